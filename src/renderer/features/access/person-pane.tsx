import { useState } from 'react';
import type { PersonRolesRow } from '../../../shared/contract/access.ts';
import { type Grant, grantsInForce, standsAlone } from '../../../shared/domain/access/index.ts';
import { showFullMoment } from '../../formats.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CardList } from '../../ui/card-list.tsx';
import { AddIcon } from '../../ui/icons.ts';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useWhyNoServer } from '../../use-sync.ts';
import type { PersonLine } from './access-columns.tsx';
import { EndRoleForm, LongerRoleForm } from './end-role-forms.tsx';
import { GiveRoleForm } from './give-role-form.tsx';
import { daysWords, grantWords, wantedWords } from './role-sentences.ts';

type Props = { readonly line: PersonLine; readonly people: readonly PersonRolesRow[] };
type Act = { readonly kind: 'give' } | { readonly kind: 'end' | 'lengthen'; readonly grant: Grant };

/** One person: every role with its days, what waits, and what one may do about it. */
export function PersonPane({ line: { person, grants, waiting }, people }: Props) {
  const t = useText();
  const session = useSession();
  const { today } = session;
  const mayNotManage = useWhyNot('access.manage');
  const noServer = useWhyNoServer();
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  const isOwn = person.id === session.person.id;
  const whyNot = mayNotManage ?? noServer;
  const whyNotMore = (isOwn ? t.roles.receiver : undefined) ?? whyNot;
  const inForce = new Set(grantsInForce(grants, today));
  const administrators = people.flatMap((row) => row.grants.filter(({ role }) => role === 'administrator'));
  const isAlone = standsAlone(session.person.id, administrators);
  return (
    <RecordPane
      name={person.name}
      printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: session.person.name })}
    >
      <RecordSection
        title={person.name}
        leads
        acts={
          <Button icon={<AddIcon />} whyNot={whyNotMore} onClick={() => setAct({ kind: 'give' })}>
            {t.roles.give}
          </Button>
        }
      >
        {act?.kind === 'give' && <GiveRoleForm person={person} isAlone={isAlone} onClose={close} />}
        {act?.kind === 'end' && <EndRoleForm key={act.grant.id} person={person} grant={act.grant} onClose={close} />}
        {act?.kind === 'lengthen' && <LongerRoleForm key={act.grant.id} person={person} grant={act.grant} onClose={close} />}
      </RecordSection>
      <RecordSection title={t.roles.heldTitle}>
        {grants.length === 0 && <span>{t.roles.heldNone}</span>}
        <CardList
          name={t.roles.heldTitle}
          cards={grants.map((grant) => {
            const isOver = !inForce.has(grant) && grant.fromDay <= today;
            const name = { role: grantWords(grant, t) };
            return {
              key: grant.id,
              title: grantWords(grant, t),
              lines: [
                daysWords(grant, t),
                <Sign key="state" kind={inForce.has(grant) ? 'good' : 'plain'}>
                  {inForce.has(grant) ? t.roles.inForce : isOver ? t.roles.over : t.roles.toCome}
                </Sign>,
              ],
              ...(!isOver && {
                acts: (
                  <>
                    <Button
                      small
                      name={fill(t.roles.endNamed, name)}
                      whyNot={whyNot}
                      onClick={() => setAct({ kind: 'end', grant })}
                    >
                      {t.roles.end}
                    </Button>
                    {grant.throughDay !== undefined && (
                      <Button
                        small
                        name={fill(t.roles.lengthenNamed, name)}
                        whyNot={whyNotMore}
                        onClick={() => setAct({ kind: 'lengthen', grant })}
                      >
                        {t.roles.lengthen}
                      </Button>
                    )}
                  </>
                ),
              }),
            };
          })}
        />
      </RecordSection>
      {waiting.length > 0 && (
        <RecordSection title={t.roles.waitingTitle}>
          <CardList
            name={t.roles.waitingTitle}
            cards={waiting.map(({ change, requestedByName }) => ({
              key: change.id,
              title: wantedWords(change, t),
              lines: [change.reason, `${requestedByName}, ${showFullMoment(change.requestedAtMs)}`],
            }))}
          />
        </RecordSection>
      )}
    </RecordPane>
  );
}
