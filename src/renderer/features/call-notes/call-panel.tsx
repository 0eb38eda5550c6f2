import { useRef, useState } from 'react';
import { dayInSweden } from '../../../shared/base/day.ts';
import { mostCallerLetters, mostNoteLetters, reasonsInForce } from '../../../shared/domain/call-notes/index.ts';
import { holdsPersonalNumber } from '../../../shared/domain/identifiers/index.ts';
import { showMomentInProse } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import type { CallBegun } from '../../note-call.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ControlRow } from '../../ui/control-row.tsx';
import { CloseIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { asInput, type CallDraft, readMinutes, showLength } from './call-draft.ts';
import { LinkSearch } from './link-search.tsx';
import { useCallDraft } from './use-call-draft.ts';

type Props = { readonly begun: CallBegun; readonly onClose: () => void };

/** Notera samtal: beside the work, from anywhere. Ctrl+Enter in it saves; Esc closes it and keeps what was written. */
export function CallPanel({ begun, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  const mayNot = useWhyNot('call-notes.note');
  const { draft, isOld, change, beginAnew, done } = useCallDraft(begun);
  const { data: choices } = useEngineQuery('call-notes/choices', {});
  const [isLinking, setLinking] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const links = (['invoice', 'supplier', 'customer'] as const).flatMap((kind) => {
    const link = draft?.[kind];
    return link ? [{ kind, name: link.name }] : [];
  });
  const save = async () => {
    if (mayNot !== undefined || draft === undefined || choices === undefined) return;
    const input = asInput(draft, choices, Date.now());
    if (input === undefined) return;
    const noted = await execute('call-notes/note', input);
    if (!noted.ok) return;
    done();
    say('note', fill(t.calls.saved, { length: showLength(input.endedAtMs - input.beganAtMs) }));
    onClose();
  };
  // The keys of the work beside it stay those of the work.
  const isInside = ({ target }: KeyboardEvent) => target instanceof Node && body.current?.contains(target) === true;
  useKeys({ saveCall: (event) => (isInside(event) ? void save() : false) }, { level: 2 });
  return (
    <Panel
      kind="side"
      title={draft?.replaces == null ? t.calls.note : t.calls.correct}
      closeName={t.calls.closeKeeps}
      onClose={onClose}
      takesFocus={mayNot !== undefined}
    >
      <div ref={body}>
        {mayNot !== undefined && <Notice kind="info">{mayNot}</Notice>}
        {mayNot === undefined && draft !== undefined && choices !== undefined && (
          <Stack>
            {isOld && (
              <Notice
                kind="info"
                actions={
                  <Button small onClick={beginAnew}>
                    {t.calls.throwAway}
                  </Button>
                }
              >
                {fill(t.calls.isOld, { at: showMomentInProse(draft.beganAtMs, today, t) })}
              </Notice>
            )}
            <SelectInput
              label={t.calls.reason}
              takesFocus
              value={draft.reasonId}
              choices={[
                { value: '', text: t.calls.noReason },
                ...choices.reasons
                  .filter((one) => one.id === draft.reasonId || reasonsInForce([one], dayInSweden(draft.beganAtMs)).length > 0)
                  .map(({ id, name }) => ({ value: id as string, text: name })),
              ]}
              onChange={(reasonId) => change({ reasonId })}
            />
            <TextArea
              label={t.calls.text}
              value={draft.text}
              rows={4}
              most={mostNoteLetters}
              hint={
                draft.text.length > mostNoteLetters - 500
                  ? fill(t.calls.lettersLeft, { count: mostNoteLetters - draft.text.length })
                  : t.calls.textHint
              }
              onChange={(text) => change({ text })}
            />
            {holdsPersonalNumber(`${draft.caller} ${draft.text}`) && <Notice kind="warning">{t.calls.personalNumber}</Notice>}
            <SelectInput
              label={t.calls.answer}
              value={draft.answerWanted ? 'yes' : 'no'}
              choices={[
                { value: 'no', text: t.calls.answerNo },
                { value: 'yes', text: t.calls.answerYes },
              ]}
              onChange={(value) => change({ answerWanted: value === 'yes' })}
            />
            <TextInput
              label={t.calls.caller}
              hint={t.calls.callerHint}
              value={draft.caller}
              onChange={(caller) => change({ caller: caller.slice(0, mostCallerLetters) })}
            />
            <ControlRow>
              {choices.lines.length > 0 && (
                <SelectInput
                  label={t.calls.line}
                  value={draft.lineId}
                  choices={[
                    { value: '', text: t.calls.noLine },
                    ...choices.lines.map(({ id, name }) => ({ value: id as string, text: name })),
                  ]}
                  onChange={(lineId) => change({ lineId })}
                />
              )}
              {choices.unitIds.length > 1 && (
                <SelectInput
                  label={t.calls.unit}
                  value={draft.unitId ?? choices.unitIds[0] ?? ''}
                  choices={choices.unitIds.map((id) => ({ value: id, text: id }))}
                  onChange={(unitId) => change({ unitId })}
                />
              )}
            </ControlRow>
            {links.length > 0 && (
              <RowList
                title={t.calls.linked}
                rows={links.map(({ kind, name }) => ({
                  key: kind,
                  left: `${t.search.oneKind[kind]}: ${name}`,
                  right: (
                    <Button
                      small
                      look="subtle"
                      icon={<CloseIcon />}
                      name={fill(t.calls.unlink, { name })}
                      onClick={() => change({ [kind]: null })}
                    />
                  ),
                }))}
              />
            )}
            {isLinking ? (
              <LinkSearch
                onLink={(link) => {
                  change(link);
                  setLinking(false);
                }}
              />
            ) : (
              <Stack row>
                <Button small onClick={() => setLinking(true)}>
                  {t.calls.link}
                </Button>
              </Stack>
            )}
            <Length draft={draft} onChange={(minutes) => change({ minutes })} />
            <Stack row>
              <Button
                look="primary"
                hint="Ctrl+Enter"
                whyNot={choices.unitIds.length === 0 ? t.rejected.forbidden : undefined}
                onClick={() => void save()}
              >
                {t.calls.save}
              </Button>
              <Button onClick={onClose}>{t.calls.later}</Button>
            </Stack>
          </Stack>
        )}
      </div>
    </Panel>
  );
}

/** How long the call is: the clock that runs, or what was typed in its place. */
function Length({ draft, onChange }: { readonly draft: CallDraft; readonly onChange: (minutes: string | null) => void }) {
  const t = useText();
  const { today } = useSession();
  const { minutes, ranMs, beganAtMs } = draft;
  return (
    <TextInput
      label={t.calls.length}
      hint={fill(minutes === null ? t.calls.clockRuns : t.calls.clockStands, { at: showMomentInProse(beganAtMs, today, t) })}
      value={minutes ?? showLength(ranMs)}
      error={minutes !== null && readMinutes(minutes) === undefined ? t.calls.wrongLength : undefined}
      onChange={(typed) => onChange(typed.trim() === '' ? null : typed)}
    />
  );
}
