import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { UploadIcon } from './icons.ts';
import { makeStyles, tokens } from './style.ts';

type Props = {
  readonly title: string;
  readonly note: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
};

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Takes files that are dropped on it, and says so while they hover. The same is done by a button elsewhere. */
export function FileDrop({ title, note, onFiles, children }: Props) {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const enter = (by: 1 | -1) => (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.stopPropagation(); // the innermost area takes them
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way for the mouse; a button does the same
    <div
      className={`${styles.area} print-whole`}
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className={styles.veil}>
          <UploadIcon aria-hidden className={styles.icon} />
          <strong>{title}</strong>
          <span>{note}</span>
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  area: { height: '100%', position: 'relative' },
  veil: {
    position: 'absolute',
    inset: '8px',
    zIndex: 40,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '6px',
    pointerEvents: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    fontSize: tokens.fontSizeBase400,
  },
  icon: { width: '40px', height: '40px' },
});
