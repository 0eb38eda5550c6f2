import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ControlRow } from '../../ui/control-row.tsx';
import type { ArrangedColumn, Column } from '../../ui/data-table-column.ts';
import { Panel } from '../../ui/panel.tsx';
import { RowList } from '../../ui/row-list.tsx';

type Props<Row> = {
  readonly all: readonly Column<Row>[];
  readonly arranged: readonly ArrangedColumn[];
  readonly onArrange: (columns: readonly ArrangedColumn[]) => void;
  readonly onClose: () => void;
};

/** A step of a column's width, and how narrow it may be. */
const stepEm = 2;
const leastEm = 4;

/** Which columns are shown, in which order and how wide, by keyboard as well as by pointer. */
export function ColumnsPanel<Row>({ all, arranged, onArrange, onClose }: Props<Row>) {
  const t = useText();
  const shown: readonly ArrangedColumn[] = arranged.length === 0 ? all.map(({ id }) => ({ id })) : arranged;
  const hidden = all.filter(({ id }) => !shown.some((one) => one.id === id));
  const move = (place: number, by: 1 | -1) => {
    const next = [...shown];
    const [moved] = next.splice(place, 1);
    if (moved !== undefined) next.splice(place + by, 0, moved);
    onArrange(next);
  };
  const widen = (id: string, by: number) =>
    onArrange(
      shown.map((one) => {
        const usual = all.find((column) => column.id === id)?.width ?? leastEm;
        return one.id === id ? { id, widthEm: Math.max(leastEm, (one.widthEm ?? usual) + by) } : one;
      }),
    );
  const act = (sign: string, words: string, name: string, onClick: () => void, disabled = false) => (
    <Button
      small
      look="subtle"
      icon={<span aria-hidden>{sign}</span>}
      name={fill(words, { name })}
      whyNot={disabled ? fill(words, { name }) : undefined}
      onClick={onClick}
    />
  );
  return (
    <Panel kind="side" title={t.grid.columnsTitle} closeName={t.common.close} onClose={onClose}>
      <RowList
        title={t.grid.shown}
        rows={shown.flatMap(({ id }, place) => {
          const name = all.find((column) => column.id === id)?.header;
          if (name === undefined) return [];
          return {
            key: id,
            left: name,
            right: (
              <ControlRow>
                {act('↑', t.grid.earlier, name, () => move(place, -1), place === 0)}
                {act('↓', t.grid.later, name, () => move(place, 1), place === shown.length - 1)}
                {act('−', t.grid.narrower, name, () => widen(id, -stepEm))}
                {act('+', t.grid.wider, name, () => widen(id, stepEm))}
                {act('✕', t.grid.hide, name, () => onArrange(shown.filter((one) => one.id !== id)), shown.length === 1)}
              </ControlRow>
            ),
          };
        })}
      />
      {hidden.length > 0 && (
        <RowList
          title={t.grid.hidden}
          rows={hidden.map(({ id, header }) => ({
            key: id,
            left: header,
            right: act('+', t.grid.show, header, () => onArrange([...shown, { id }])),
          }))}
        />
      )}
      <ControlRow>
        <Button onClick={() => onArrange([])}>{t.grid.usual}</Button>
      </ControlRow>
    </Panel>
  );
}
