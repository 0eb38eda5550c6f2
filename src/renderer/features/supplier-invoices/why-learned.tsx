import { dayInSweden } from '../../../shared/base/day.ts';
import type { LearnedRuleId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { PageWords } from '../../../shared/base/page.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useSwitchRule } from '../../use-switch-rule.ts';
import { printedLabel } from './why-place.ts';

/** That a value stands where a clerk showed it: who, when, on which invoice; and the way to forget it. */
export function WhyLearned({ ruleId, words }: { readonly ruleId: LearnedRuleId; readonly words: PageWords | undefined }) {
  const t = useText();
  const go = useGo();
  const { data: rule } = useEngineQuery('learned-rules/card', { ruleId }, { fresh: true });
  const switchRule = useSwitchRule();
  const mayNot = useWhyNot('supplier-invoices.correct');
  if (!rule) return <>{rule === undefined ? t.common.loading : t.why.learned.gone}</>;
  const { example, label, taughtByName, taughtAtMs, state } = rule;
  const sentence = fill(label === null ? t.why.learned.placeOnly : t.why.learned.place, {
    name: taughtByName,
    day: dayInSweden(taughtAtMs),
    text: example.text,
    label: (label !== null && words !== undefined ? printedLabel(words, label) : undefined) ?? label ?? '',
    invoice: example.number ?? t.invoice.unnumbered,
  });
  return (
    <>
      {state === 'off' ? `${sentence} ${t.why.learned.off}` : sentence}{' '}
      <LinkButton onClick={() => go({ at: 'invoice', invoiceId: example.invoiceId, view: anyView })}>
        {t.why.learned.example}
      </LinkButton>{' '}
      {mayNot === undefined && (
        <LinkButton onClick={() => void switchRule({ ...rule, ruleId }, state === 'off')}>
          {state === 'off' ? t.learned.useAgain : t.learned.forget}
        </LinkButton>
      )}
    </>
  );
}

/** That a value stands where it stood on the supplier's verified invoices; the latest of them is named. */
export function WhyRepeated({ invoiceId }: { readonly invoiceId: SupplierInvoiceId }) {
  const t = useText();
  const go = useGo();
  const { data: card } = useEngineQuery('supplier-invoices/card', { invoiceId }, { fresh: true });
  const number = card?.invoice.fields.invoiceNumber.value;
  if (!card || !number) return <>{t.why.repeated.gone}</>;
  return (
    <>
      {fill(t.why.repeated.invoice, { invoice: number })}{' '}
      <LinkButton onClick={() => go({ at: 'invoice', invoiceId, view: anyView })}>{t.why.repeated.example}</LinkButton>
    </>
  );
}
