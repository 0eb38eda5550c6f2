import { type ReactNode, type RefObject, useCallback, useMemo } from 'react';
import type { InvoiceCard } from '../../../shared/contract/engine.ts';
import { type FieldName, fieldNames } from '../../../shared/domain/invoice-fields/index.ts';
import { findingSentence } from '../../sentences.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { FieldsPane } from '../../ui/fields-pane.tsx';
import { LearnIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { QuietLine } from '../../ui/quiet-line.tsx';
import { Stack } from '../../ui/stack.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { FieldRow } from './field-row.tsx';
import { NoteList } from './note-list.tsx';
import { RuleFindings } from './rule-findings.tsx';
import { correctionOf, fieldText } from './station-facts.ts';
import type { LearnedLine } from './use-learned.ts';
import type { Station } from './use-station.ts';
import { VatAndLines } from './vat-and-lines.tsx';

type Props = {
  readonly card: InvoiceCard;
  readonly station: Station;
  /** How far it has come, in words. */
  readonly status: string;
  readonly readOnly: boolean;
  readonly inputs: RefObject<Map<FieldName, HTMLInputElement>>;
  readonly onFocus: (name: FieldName) => void;
  readonly onType: (name: FieldName, text: string) => void;
  readonly onLeave: (name: FieldName) => void;
  readonly panel: ReactNode;
  readonly learned: LearnedLine;
};

/** The fields of the invoice, what is to be decided, and above them the panel that is open. */
export function StationFields({ card, station, status, readOnly, inputs, onFocus, onType, onLeave, panel, learned }: Props) {
  const t = useText();
  const { today } = useSession();
  const { invoice, around } = card;
  const { facts, findings, drafts } = station;
  const refs = useMemo(
    () =>
      Object.fromEntries(
        fieldNames.map((name) => [
          name,
          (input: HTMLInputElement | null) => {
            if (input === null) inputs.current.delete(name);
            else inputs.current.set(name, input);
          },
        ]),
      ),
    [inputs],
  );
  const faultOf = useCallback(
    (name: FieldName) => {
      const draft = drafts[name];
      const correction = draft === undefined || draft.text.trim() === '' ? undefined : correctionOf(invoice, name, draft, today);
      return correction !== undefined && 'fault' in correction ? correction.fault : undefined;
    },
    [drafts, invoice, today],
  );
  const ofWhole = findings.filter(({ field }) => field === undefined);
  return (
    <FieldsPane
      name={t.invoice.fields}
      status={status}
      note={around.supplier === undefined ? t.station.notLinked : fill(t.station.linkedTo, { name: around.supplier.name })}
      panel={panel}
      foot={<QuietLine icon={<LearnIcon aria-hidden />} closeName={t.common.close} {...learned} />}
    >
      {(ofWhole.length > 0 || facts.fault !== undefined || facts.notes !== undefined) && (
        <Stack padded>
          <FaultNotice invoice={facts} />
          <NoteList card={card} />
          {ofWhole.map((finding) => (
            <Notice key={finding.code} kind={finding.severity}>
              {findingSentence(finding, t)}
            </Notice>
          ))}
        </Stack>
      )}
      {facts.judgement !== undefined && <RuleFindings judgement={facts.judgement} />}
      {fieldNames.map((name) => (
        <FieldRow
          key={name}
          name={name}
          field={facts.fields[name]}
          text={drafts[name]?.text ?? fieldText(name, facts.fields[name])}
          typing={drafts[name] !== undefined}
          fault={faultOf(name)}
          findings={findings.filter(({ field }) => field === name)}
          readOnly={readOnly}
          inputRef={refs[name] ?? null}
          onChange={onType}
          onFocus={onFocus}
          onBlur={onLeave}
        />
      ))}
      <VatAndLines invoice={facts} />
    </FieldsPane>
  );
}
