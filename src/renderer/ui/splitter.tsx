import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly name: string;
  /** The left part's share in percent. */
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly left: ReactNode;
  readonly right: ReactNode;
};

const least = 30;
const most = 75;

/** Two parts side by side, with a border that moves by mouse and by arrow keys. In a narrow window the left stands above the right. */
export function Splitter({ name, share, onShare, left, right }: Props) {
  const styles = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const move = (to: number) => onShare(Math.round(Math.min(most, Math.max(least, to)) * 10) / 10);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (box !== undefined && event.currentTarget.hasPointerCapture(event.pointerId))
      move(((event.clientX - box.left) / box.width) * 100);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') move(share - 2);
    if (key === 'ArrowRight') move(share + 2);
    if (key === 'Home') move(least);
    if (key === 'End') move(most);
  };
  return (
    <div ref={frame} className={`${styles.frame} print-whole`}>
      <div className={`${styles.left} no-print`} style={{ flexBasis: `${share}%` }}>
        {left}
      </div>
      {/** biome-ignore lint/a11y/useSemanticElements: a separator that moves has no element of its own */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={name}
        aria-orientation="vertical"
        aria-valuenow={Math.round(share)}
        aria-valuemin={least}
        aria-valuemax={most}
        className={`${styles.border} no-print`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      <div className={`${styles.right} print-whole`}>{right}</div>
    </div>
  );
}

const narrow = '@media (max-width: 760px)';
const useStyles = makeStyles({
  frame: { display: 'flex', height: '100%', minHeight: 0, [narrow]: { flexDirection: 'column' } },
  left: { flexGrow: 0, flexShrink: 0, minWidth: 0, minHeight: 0, position: 'relative' },
  right: { flexGrow: 1, flexShrink: 1, minWidth: 0, minHeight: 0, position: 'relative' },
  border: {
    width: '7px',
    cursor: 'col-resize',
    backgroundColor: tokens.colorNeutralBackground4,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground4Hover },
    [narrow]: { display: 'none' },
  },
});
