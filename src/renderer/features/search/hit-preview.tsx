import type { CallNoteRow } from '../../../shared/contract/call-notes.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import type { InvoiceHit, SearchHit } from '../../../shared/contract/search.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { markWords } from '../../../shared/domain/search/index.ts';
import { showFullMoment } from '../../formats.ts';
import { answerWords } from '../../register-card/calls-about.tsx';
import { eventSentence } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PreviewPicture } from '../../ui/preview-picture.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';

type Props = { readonly hit: SearchHit; readonly text: string; readonly sought: readonly string[] };

/** More of the marked hit. `text`: what was typed, to show where it stands on the page; `sought`: its words and numbers. */
export function HitPreview({ hit, text, sought }: Props) {
  const t = useText();
  if (hit.kind === 'invoice') return <InvoicePreview hit={hit} text={text} />;
  if (hit.kind === 'call') return <CallPreview call={hit.call} sought={sought} />;
  const { name, number, city, state, mergedFrom } = hit.hit;
  return (
    <ValueList
      values={[
        { name: t.search.oneKind[hit.kind], value: name },
        ...(number === null ? [] : [{ name: t.search.number, value: number }]),
        ...(city === null ? [] : [{ name: t.search.city, value: city }]),
        ...(state === 'active' ? [] : [{ name: t.search.stateName, value: t.search.state[state] }]),
        ...(mergedFrom === null ? [] : [{ name: t.search.formerName, value: mergedFrom.name }]),
      ]}
    />
  );
}

function CallPreview({ call, sought }: { readonly call: CallNoteRow; readonly sought: readonly string[] }) {
  const t = useText();
  const about = [call.invoice, call.supplier, call.customer].flatMap((one) => (one === null ? [] : [one.name]));
  const answer = answerWords(call, t);
  return (
    <>
      <ValueList
        values={[
          { name: t.calls.columns.began, value: showFullMoment(call.beganAtMs) },
          { name: t.calls.columns.by, value: call.notedBy.name },
          { name: t.calls.reason, value: call.reason?.name ?? t.common.none },
          { name: t.calls.caller, value: call.caller === '' ? t.calls.anonymous : call.caller },
          ...(about.length === 0 ? [] : [{ name: t.calls.linked, value: about.join(' · ') }]),
          ...(answer === '' ? [] : [{ name: t.calls.answer, value: answer }]),
        ]}
      />
      <p>
        <MarkedText pieces={markWords(call.text, sought)} />
      </p>
    </>
  );
}

function InvoicePreview({ hit, text }: { readonly hit: InvoiceHit; readonly text: string }) {
  const t = useText();
  const invoiceId = hit.id;
  const { data: card } = useEngineQuery('supplier-invoices/card', { invoiceId }, { fresh: true });
  const { data: history } = useEngineQuery('supplier-invoices/history', { invoiceId, limit: 1 }, { fresh: true });
  const { data: passage } = useEngineQuery('search/passage', { invoiceId, text }, { fresh: true, when: text !== '' });
  const page = card?.invoice.pages[0];
  const last = history?.[0];
  return (
    <>
      <ValueList
        values={[
          { name: t.field.supplierName, value: hit.supplierName ?? t.search.noSender },
          { name: t.field.invoiceNumber, value: hit.number ?? t.common.none },
          { name: t.field.totalMinor, value: hit.totalMinor === null ? t.common.none : showAmount(hit.totalMinor, hit.currency) },
          { name: t.search.stateName, value: t.queue[hit.queue] },
          ...(last === undefined
            ? []
            : [
                {
                  name: t.search.lastEvent,
                  value: `${eventSentence(last.event, t)} ${showFullMoment(last.atMs)} · ${last.actorName}`,
                },
              ]),
        ]}
      />
      {passage && (
        <figure style={{ margin: '8px 0' }}>
          <figcaption>{fill(t.search.page, { page: passage.page })}</figcaption>
          {passage.lines.map((line) => (
            <blockquote key={line.map(({ text: piece }) => piece).join('')} style={{ margin: '2px 0 2px 10px' }}>
              <MarkedText pieces={line} />
            </blockquote>
          ))}
        </figure>
      )}
      {page !== undefined && (
        <PreviewPicture
          key={page.imageSha256}
          source={blobAddress(page.imageSha256, { type: page.imageType })}
          name={t.invoice.image}
          failedText={t.invoice.noImage}
        />
      )}
    </>
  );
}
