import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { CallNoteCard } from '../../../shared/contract/call-notes.ts';
import { type CallNoteId, mostNoteLetters } from '../../../shared/domain/call-notes/index.ts';
import { showFullMoment } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useNoteCall } from '../../note-call.ts';
import { answerWords } from '../../register-card/calls-about.tsx';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { showLength } from './call-draft.ts';

/** A note whole: what was said, what it was about, the answer, and the older notes whose place it took. */
export function CallCardPane({ callId }: { readonly callId: CallNoteId }) {
  const { data: card } = useEngineQuery('call-notes/card', { callId }, { fresh: true });
  return card ? <Card card={card} /> : null;
}

function Card({ card }: { readonly card: CallNoteCard }) {
  const t = useText();
  const go = useGo();
  const noteCall = useNoteCall();
  const { person } = useSession();
  const { row, note, before } = card;
  const title = row.reason?.name ?? t.calls.call;
  const { invoice, supplier, customer } = row;
  return (
    <RecordPane name={title} printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: person.name })}>
      <RecordSection
        title={title}
        leads
        acts={
          <Button
            small
            whyNot={note.notedBy === person.id ? undefined : t.rejected['not-your-note']}
            onClick={() => noteCall({ corrects: card })}
          >
            {t.calls.correct}
          </Button>
        }
      >
        <ValueList
          values={[
            { name: t.calls.columns.began, value: showFullMoment(row.beganAtMs) },
            { name: t.calls.columns.length, value: showLength(row.endedAtMs - row.beganAtMs) },
            { name: t.calls.columns.by, value: row.notedBy.name },
            { name: t.calls.caller, value: note.caller === '' ? t.calls.anonymous : note.caller },
            ...(row.line === null ? [] : [{ name: t.calls.line, value: row.line.name }]),
            { name: t.calls.unit, value: row.unitId },
          ]}
        />
        {note.text.split('\n').map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else that tells them apart
          <div key={place}>{line}</div>
        ))}
        <Stack row>
          {invoice !== null && (
            <LinkButton onClick={() => go({ at: 'invoice', invoiceId: invoice.id, view: anyView })}>
              {`${t.search.oneKind.invoice} ${invoice.name}`}
            </LinkButton>
          )}
          {supplier !== null && (
            <LinkButton onClick={() => go({ at: 'suppliers', supplierId: asId(supplier.id) })}>{supplier.name}</LinkButton>
          )}
          {customer !== null && (
            <LinkButton onClick={() => go({ at: 'customers', customerId: asId(customer.id) })}>{customer.name}</LinkButton>
          )}
        </Stack>
      </RecordSection>
      {note.answerWanted && (
        <RecordSection title={t.calls.answer}>
          <Notice kind={row.answered === null ? 'warning' : 'note'}>{answerWords(row, t)}</Notice>
          {note.answer !== undefined && note.answer !== '' && <div>{note.answer}</div>}
          {row.awaits?.gap != null && <Notice kind="info">{t.calls.noDeadline}</Notice>}
          {row.awaits !== null && <AnswerForm callId={row.id} />}
        </RecordSection>
      )}
      {before.length > 0 && (
        <RecordSection title={t.calls.before}>
          <Timeline
            lines={before.map((old) => ({
              key: old.id,
              when: showFullMoment(old.beganAtMs),
              who: row.notedBy.name,
              what: old.text,
              notes: old.caller === '' ? [] : [old.caller],
            }))}
          />
        </RecordSection>
      )}
    </RecordPane>
  );
}

function AnswerForm({ callId }: { readonly callId: CallNoteId }) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const [answer, setAnswer] = useState('');
  const give = async () => {
    const given = await execute('call-notes/answer', { callId, answer });
    if (given.ok) say('note', t.calls.answerGiven);
  };
  return (
    <>
      <TextArea label={t.calls.answerText} rows={3} most={mostNoteLetters} value={answer} onChange={setAnswer} />
      <Stack row>
        <Button look="primary" onClick={() => void give()}>
          {t.calls.answerNow}
        </Button>
      </Stack>
    </>
  );
}
