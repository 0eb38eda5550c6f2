import type { SupplierId } from '../../../shared/base/ids.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Sign } from '../../ui/sign.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useEngineQuery } from '../../use-engine.ts';

/** What registers, control services and warning lists say of a supplier, and what of it waits to be handled. */
export function SupplierControls({ supplierId }: { readonly supplierId: SupplierId }) {
  const t = useText();
  const { data: controls } = useEngineQuery('supplier-control/of-supplier', { supplierId, limit: 50 }, { fresh: true });
  if (controls === undefined) return <span>{t.common.loading}</span>;
  const { verdicts, findings, warnings } = controls;
  const waiting = findings.filter(({ state }) => state !== 'completed');
  if (verdicts.length === 0 && waiting.length === 0 && warnings.length === 0) return <span>{t.supplierCard.noControls}</span>;
  const signs = { 'in-order': 'good', remark: 'warning', unknown: 'plain' } as const;
  return (
    <Stack>
      {warnings.map(({ entry, by }) => (
        <Notice key={`${entry.id} ${by}`} kind="error">
          {fill(t.supplierCard.onList, { list: entry.list, by: t.warnedBy[by] })}
        </Notice>
      ))}
      {waiting.map(({ id, about, severity, state, note, reason, untilDay }) => (
        <Notice key={id} kind={severity === 'information' ? 'info' : severity === 'stop' ? 'error' : 'warning'}>
          <strong>
            {t.severity[severity]}: {t.check[about]}.
          </strong>{' '}
          {[note.replace(/\.$/, ''), `${t.findingState[state]}${untilDay === null ? '' : ` (${untilDay})`}`, reason ?? '']
            .filter((part) => part !== '')
            .join('. ')}
        </Notice>
      ))}
      {verdicts.length > 0 && (
        <SmallTable
          name={t.supplierCard.controls}
          heads={[t.supplierCard.checkName, t.supplierCard.checkResult, t.supplierCard.checkDay, t.supplierCard.checkSource]}
          right={[]}
          rows={verdicts.map(({ about, result, onDay, isStale, source }) => [
            t.check[about],
            <Sign key="result" kind={signs[result]}>
              {t.verdict[result]}
            </Sign>,
            isStale ? (
              <Sign key="day" kind="warning">
                {fill(t.supplierCard.stale, { day: onDay })}
              </Sign>
            ) : (
              onDay
            ),
            source,
          ])}
        />
      )}
    </Stack>
  );
}
