import { dayInSweden } from '../../../shared/base/day.ts';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { LearnedRuleRow } from '../../../shared/contract/engine.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CardList } from '../../ui/card-list.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useSwitchRule } from '../../use-switch-rule.ts';

const mostRules = 200;

/** What corrections taught about the supplier's layouts (lärda platser): each can be switched off and on. */
export function LearnedPlaces({ supplierId }: { readonly supplierId: SupplierId }) {
  const t = useText();
  const go = useGo();
  const switchRule = useSwitchRule();
  const mayNot = useWhyNot('supplier-invoices.correct');
  const { data: rules = [] } = useEngineQuery('learned-rules/of-supplier', { supplierId, limit: mostRules }, { fresh: true });
  if (rules.length === 0) return <span>{t.learned.none}</span>;
  return (
    <CardList
      name={t.learned.title}
      cards={rules.map((rule) => {
        const { id, example, taughtByName, taughtAtMs, state } = rule;
        return {
          key: id,
          title: placeOf(rule, t),
          lines: [
            `${t.learned.state[state]}. ${replayOf(rule, t)}`,
            <span key="example">
              {fill(t.learned.taught, { name: taughtByName, day: dayInSweden(taughtAtMs) })}{' '}
              <LinkButton onClick={() => go({ at: 'invoice', invoiceId: example.invoiceId, view: anyView })}>
                {fill(t.learned.example, { text: example.text, invoice: example.number ?? t.invoice.unnumbered })}
              </LinkButton>
            </span>,
          ],
          acts: (
            <Button small whyNot={mayNot} onClick={() => void switchRule({ ...rule, ruleId: id }, state === 'off')}>
              {state === 'off' ? t.learned.useAgain : t.learned.forget}
            </Button>
          ),
        };
      })}
    />
  );
}

function placeOf({ field, label, stands }: LearnedRuleRow, t: Texts): string {
  const names = { field: t.field[field], label: label ?? '' };
  if (!stands) return fill(t.learned.notThere, names);
  return fill(label === null ? t.learned.atPlace : t.learned.at, names);
}

/** What came of trying the rule on the supplier's verified invoices. */
function replayOf({ replay, replacedBy, state }: LearnedRuleRow, t: Texts): string {
  if (state === 'off' && replacedBy !== null) return t.learned.replaced;
  if (replay === null) return t.learned.untried;
  const { checked, agreed, broken } = replay;
  if (checked === 0) return t.learned.triedOnNone;
  const tried = fillPlural(t.learned.tried, checked, { agreed, broken: broken.length });
  return broken.length > 0 && state === 'trial' ? `${t.learned.heldBack} ${tried}` : tried;
}
