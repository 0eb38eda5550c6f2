import type { ReactElement } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { InvoiceCard } from '../../../shared/contract/engine.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import {
  type Alternative,
  type Evidence,
  type FieldName,
  fieldKinds,
  showValue,
} from '../../../shared/domain/invoice-fields/index.ts';
import type { Finding, SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Crop } from '../../ui/crop.tsx';
import { CheckIcon, DoneIcon, InfoIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/panel.tsx';
import { ProofList } from '../../ui/proof-list.tsx';
import { ValueLine } from '../../ui/value-line.tsx';
import { alternativeChoices } from './alternative-choices.tsx';
import { useInvoiceWords } from './use-invoice-words.ts';
import { chanceSentence } from './why-chance.ts';
import { WhyLearned, WhyRepeated } from './why-learned.tsx';
import { reasonsToLook } from './why-reasons.ts';
import { evidenceSentence, type WhyFacts } from './why-sentences.ts';

type Props = {
  readonly name: FieldName;
  readonly invoice: SupplierInvoice;
  readonly card: InvoiceCard;
  readonly findings: readonly Finding[];
  readonly onPick: (alternative: Alternative) => void;
  readonly onClose: () => void;
};

/** Why a field has its value (Varför?): what speaks for it, why a person must look, and what else was found. */
export function WhyPanel({ name, invoice, card, findings, onPick, onClose }: Props) {
  const t = useText();
  const { person } = useSession();
  const field = invoice.fields[name];
  const page = invoice.pages.find((one) => one.page === field.page);
  const words = useInvoiceWords(invoice.pages).get(field.page ?? 0);
  const facts = { name, invoice, around: card.around, words, people: card.people, me: person.id };
  const reasons = reasonsToLook(facts, findings, t);
  const choices = alternativeChoices(name, field, invoice.pages, t);
  return (
    <Panel title={fill(t.station.whyTitle, { field: t.field[name] })} closeName={t.common.close} onClose={onClose}>
      {field.value !== null && (
        <ValueLine
          value={showValue(fieldKinds[name], field.value)}
          note={chanceSentence(name, field, words?.words ?? [], t)}
          picture={
            page !== undefined &&
            field.box !== null && (
              <Crop
                source={blobAddress(page.imageSha256, { type: page.imageType })}
                ratio={page.heightPx / page.widthPx}
                box={field.box}
              />
            )
          }
        />
      )}
      {reasons.length > 0 && (
        <ProofList title={t.why.look} lines={reasons.map((text) => ({ key: text, icon: <CheckIcon aria-hidden />, text }))} />
      )}
      {field.value !== null && field.evidence.length > 0 && (
        <ProofList
          title={t.why.forIt}
          lines={field.evidence.map((evidence) => ({
            key: keyOf(evidence),
            icon: iconOf(evidence),
            text: <Sentence evidence={evidence} facts={facts} />,
          }))}
        />
      )}
      {choices.length > 0 && (
        <ProofList title={t.why.others} lines={[{ key: 'hint', icon: <InfoIcon aria-hidden />, text: t.why.othersHint }]} />
      )}
      {choices.length > 0 && (
        <ChoiceList
          name={t.why.others}
          choices={choices}
          onPick={(index) => {
            const alternative = field.alternatives[index];
            if (alternative !== undefined) onPick(alternative);
          }}
        />
      )}
    </Panel>
  );
}

const keyOf = (evidence: Evidence): string =>
  evidence.kind === 'pixels' ? `pixels ${evidence.page} ${evidence.box}` : `${evidence.kind} ${evidence.ref}`;

function Sentence({ evidence, facts }: { readonly evidence: Evidence; readonly facts: WhyFacts }) {
  const t = useText();
  if (evidence.kind === 'learned') return <WhyLearned ruleId={asId<'learnedRule'>(evidence.ref)} words={facts.words} />;
  if (evidence.kind === 'repeated') return <WhyRepeated invoiceId={asId<'supplierInvoice'>(evidence.ref)} />;
  return evidenceSentence(evidence, facts, t);
}

/** What proves nothing by itself has another sign. */
const iconOf = ({ kind }: Evidence): ReactElement =>
  kind === 'pixels' || kind === 'format' ? <InfoIcon aria-hidden /> : <DoneIcon aria-hidden />;
