import { type ReactNode, useRef } from 'react';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import {
  asksForCall,
  type ChangeFinding,
  holdsPayments,
  type SourcePixels,
  undoDaysOn,
} from '../../../shared/domain/register-changes/index.ts';
import { bothSides, reasonOf, settledSentence, wantedSentence } from '../../change-sentences.ts';
import { showFullMoment } from '../../formats.ts';
import { anyView, useGo } from '../../navigation.ts';
import { PagePixels } from '../../register-card/page-pixels.tsx';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ValueList } from '../../ui/value-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { CallBackSection } from './call-back-section.tsx';
import { CoveredChange } from './covered-change.tsx';
import { DecisionSection } from './decision-section.tsx';

type Props = {
  readonly row: RegisterChangeRow;
  readonly controls: ReactNode;
  /** What speaks against it, where that has been asked. */
  readonly findings?: readonly ChangeFinding[];
};

/** One change: what stands and what is to stand, who asks and why, what the call gave, and the decision. */
export function ChangeDetail({ row, controls, findings = [] }: Props) {
  const t = useText();
  const go = useGo();
  const { person, today } = useSession();
  const { change, supplierName, object, requestedByName } = row;
  const { wanted, source, supplierId } = change;
  const isPending = change.state === 'pending';
  const { data: card } = useEngineQuery('suppliers/card', { supplierId }, { fresh: true });
  const call = useRef<HTMLInputElement>(null);
  useKeys({ noteCall: () => call.current?.focus() }, { active: isPending });
  const { before, after } = bothSides(wanted, { now: isPending ? (card ?? null) : null, object, today }, t);
  return (
    <RecordPane name={supplierName} printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: person.name })}>
      <RecordSection
        title={supplierName}
        leads
        acts={<LinkButton onClick={() => go({ at: 'suppliers', supplierId })}>{t.change.openSupplier}</LinkButton>}
      >
        <Stack>
          <strong>{wantedSentence(wanted, object, t)}</strong>
          {!isPending && <Settled row={row} />}
          {isPending &&
            findings.map((code) => (
              <Notice key={code} kind="warning">
                {t.changesOfImport.findingMeans[code]}
              </Notice>
            ))}
          {(isPending || 'from' in wanted) && (
            <BeforeAfter
              name={t.change.compare}
              before={{ title: isPending ? t.change.now : t.change.before, lines: before }}
              after={{ title: t.change.asked, lines: after }}
            />
          )}
          {source.pixels !== undefined && <Pixels pixels={source.pixels} />}
          {isPending && <CoveredChange change={change} />}
          {isPending && wanted.kind === 'merge' && (
            <span>{fill(t.change.mergeNote, { name: object ?? t.change.mergedInto, days: undoDaysOn(today) })}</span>
          )}
          {isPending && wanted.kind === 'un-merge' && <span>{t.change.unMergeNote}</span>}
          {isPending && holdsPayments(wanted) && <Notice kind="info">{t.change.holds}</Notice>}
          <ValueList
            values={[
              { name: t.change.why, value: reasonOf(change, t) },
              { name: t.change.askedBy, value: `${requestedByName}, ${showFullMoment(change.requestedAtMs)}` },
              {
                name: t.change.basedOn,
                value: [t.changeSource[source.kind], source.note].filter((part) => part !== '').join(': '),
              },
            ]}
          />
          {source.invoiceId !== null && <InvoiceLink invoiceId={source.invoiceId} onGo={go} text={t.change.openInvoice} />}
        </Stack>
      </RecordSection>
      {(asksForCall(wanted) || change.callBack !== undefined) && <CallBackSection row={row} inputRef={call} />}
      {isPending && <RecordSection title={t.supplierCard.controls}>{controls}</RecordSection>}
      {isPending && <DecisionSection row={row} />}
    </RecordPane>
  );
}

/** What the letter or the invoice says, as it is printed there, for the eyes of whoever decides. */
function Pixels({ pixels }: { readonly pixels: SourcePixels }) {
  const { sourcePixels: words } = useText();
  const { imageSha256, imageType, widthPx, heightPx, box, page, text } = pixels;
  return (
    <Stack>
      <span>{fill(text === '' ? words.onPage : words.saysOnPage, { page, text })}</span>
      <PagePixels
        name={words.shown}
        source={blobAddress(imageSha256, { type: imageType })}
        ratio={heightPx / widthPx}
        box={box}
      />
    </Stack>
  );
}

function Settled({ row }: { readonly row: RegisterChangeRow }) {
  const t = useText();
  const { change } = row;
  return (
    <Notice kind={change.state === 'approved' ? 'note' : change.state === 'refused' ? 'error' : 'info'}>
      {settledSentence(row, t)}
      {change.state === 'refused' && <div>{fill(t.change.refusalWas, { reason: change.refusal })}</div>}
    </Notice>
  );
}

function InvoiceLink({
  invoiceId,
  onGo,
  text,
}: {
  readonly invoiceId: NonNullable<RegisterChangeRow['change']['source']['invoiceId']>;
  readonly onGo: ReturnType<typeof useGo>;
  readonly text: string;
}) {
  return <LinkButton onClick={() => onGo({ at: 'invoice', invoiceId, view: anyView })}>{text}</LinkButton>;
}
