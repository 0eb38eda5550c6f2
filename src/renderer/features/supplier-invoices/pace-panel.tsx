import { useState } from 'react';
import { type Pace, paceOf } from '../../../shared/domain/station-measures/index.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { Stack } from '../../ui/stack.tsx';
import { eraseMeasures, keptMeasures, measuresAreOff } from './kept-measures.ts';

/** Min takt: how the clerk's own verifying goes, today and over seven days. It is shown to nobody else. */
export function PacePanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { person, today } = useSession();
  const [isOff, setOff] = useState(() => measuresAreOff(person.id));
  const [erased, setErased] = useState(false);
  const paces = [paceOf(keptMeasures(person.id, today)), paceOf(keptMeasures(person.id))];
  const erase = (off: boolean) => {
    eraseMeasures(person.id, off);
    setOff(off);
    setErased(true);
  };
  return (
    <Panel title={t.pace.title} closeName={t.common.close} onClose={onClose}>
      <Stack>
        <span>{t.pace.note}</span>
        {paces.every(({ invoices }) => invoices === 0) ? (
          <span role="status">{isOff ? t.pace.isOff : erased ? t.pace.erased : t.pace.nothing}</span>
        ) : (
          <SmallTable
            name={t.pace.title}
            heads={[t.pace.what, t.pace.today, t.pace.week]}
            rows={paceRows(t).map(([what, told]) => [what, ...paces.map(told)])}
            right={[1, 2]}
          />
        )}
        <CheckBox label={t.pace.measure} checked={!isOff} onChange={(on) => erase(!on)} />
        <Stack row>
          <Button onClick={() => erase(isOff)}>{t.pace.erase}</Button>
        </Stack>
      </Stack>
    </Panel>
  );
}

function paceRows(t: Texts): readonly (readonly [what: string, told: (pace: Pace) => string])[] {
  const count = (value: number | null) => (value === null ? t.common.none : value.toLocaleString(t.locale));
  return [
    [t.pace.invoices, ({ invoices }) => count(invoices)],
    [t.pace.median, ({ activeMs }) => secondsText(activeMs?.median ?? null, t)],
    [t.pace.p90, ({ activeMs }) => secondsText(activeMs?.p90 ?? null, t)],
    [t.pace.seen, ({ seenMedianMs }) => secondsText(seenMedianMs, t)],
    [t.pace.unseen, ({ unseenMedianMs }) => secondsText(unseenMedianMs, t)],
    [t.pace.predicted, ({ predictedMedianMs }) => secondsText(predictedMedianMs, t)],
    [t.pace.keystrokes, ({ keystrokes }) => count(keystrokes)],
    [t.pace.stops, ({ stops }) => count(stops)],
    [t.pace.changes, ({ changes }) => count(changes)],
    [t.pace.byKeysAlone, ({ byKeysAlone }) => count(byKeysAlone)],
  ];
}

/** '7,4 s'. */
const secondsText = (ms: number | null, t: Texts): string =>
  ms === null
    ? t.common.none
    : fill(t.pace.seconds, {
        count: (ms / 1000).toLocaleString(t.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
      });
