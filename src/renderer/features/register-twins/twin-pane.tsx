import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { TwinPair, TwinRow } from '../../../shared/contract/register-twins.ts';
import { useGo } from '../../navigation.ts';
import { useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PairTable } from '../../ui/pair-table.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import { DismissForm } from './dismiss-form.tsx';
import { MergeForm } from './merge-form.tsx';
import { likenessWords, paymentWords, reasonWords } from './twin-words.ts';
import { usePendingMerge } from './use-pending-merge.ts';

/** Two suppliers that may be one, fact by fact beside each other, and the two answers there are. */
export function TwinPane({ pair }: { readonly pair: TwinPair }) {
  const t = useText();
  const go = useGo();
  const [form, setForm] = useState<'merge' | 'dismiss'>();
  const mayNot = useWhyNot('suppliers.register');
  const pending = usePendingMerge(pair);
  const whyNotDismiss = mayNot ?? (pending === undefined ? undefined : t.twins.alreadyAsked);
  const noServer = useWhyNoServer();
  const whyNotMerge = whyNotDismiss ?? noServer;
  const begin = (name: 'merge' | 'dismiss') =>
    (name === 'merge' ? whyNotMerge : whyNotDismiss) === undefined ? setForm(name) : false;
  const [one, other] = pair.rows;
  const show = (row: TwinRow) => go({ at: 'suppliers', supplierId: asId<'supplier'>(row.id) });
  useKeys({ mergeTwins: () => begin('merge'), dismissTwins: () => begin('dismiss'), showSupplier: () => show(one) });
  return (
    <RecordPane name={t.twins.pair} printedBy="">
      <RecordSection title={likenessWords(pair, t)}>
        <span title={t.twins.likenessHint}>{`${reasonWords(pair, t)}.`}</span>
        {pending !== undefined && (
          <Notice kind="info" actions={<LinkButton onClick={() => go({ at: 'changes' })}>{t.twins.showChanges}</LinkButton>}>
            {fill(t.twins.waits, { name: pending.requestedByName })}
          </Notice>
        )}
        {form === 'merge' && <MergeForm pair={pair} onClose={() => setForm(undefined)} />}
        {form === 'dismiss' && <DismissForm pair={pair} onClose={() => setForm(undefined)} />}
        {form === undefined && (
          <Stack row>
            <Button look="primary" hint="F4" whyNot={whyNotMerge} onClick={() => setForm('merge')}>
              {t.twins.merge}
            </Button>
            <Button hint="F7" whyNot={whyNotDismiss} onClick={() => setForm('dismiss')}>
              {t.twins.dismiss}
            </Button>
          </Stack>
        )}
      </RecordSection>
      <RecordSection title={t.twins.pair}>
        <PairTable
          name={t.twins.pair}
          heads={[t.twins.field, t.twins.first, t.twins.second]}
          rows={factsOf.map((fact) => {
            const [left, right] = [factOf(fact, one, t), factOf(fact, other, t)];
            const isSame = left !== '' && left.toLowerCase() === right.toLowerCase();
            return {
              name: t.twins[fact],
              mark: isSame ? t.twins.same : left === '' && right === '' ? '' : t.twins.differs,
              isSame,
              left: left === '' ? t.common.none : left,
              right: right === '' ? t.common.none : right,
            };
          })}
        />
        <Stack row>
          {pair.rows.map((row) => (
            <LinkButton key={row.id} onClick={() => show(row)}>
              {fill(t.twins.show, { name: row.name })}
            </LinkButton>
          ))}
        </Stack>
      </RecordSection>
    </RecordPane>
  );
}

const factsOf = ['name', 'number', 'street', 'postcode', 'city', 'payment'] as const;

function factOf(fact: (typeof factsOf)[number], row: TwinRow, t: ReturnType<typeof useText>): string {
  return fact === 'payment' ? paymentWords(row, t) : (row[fact] ?? '');
}
