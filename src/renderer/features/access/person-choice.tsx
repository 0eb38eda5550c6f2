import type { PersonRow, Session } from '../../../shared/contract/engine.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { PersonList } from '../../ui/person-list.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { useTask } from '../../use-execute.ts';
import { useStored } from '../../use-stored.ts';

type Props = {
  readonly session: Session;
  /** True when someone worked here a moment ago. */
  readonly locked: boolean;
};

/** Who works now: chosen at the start, and again after a lock. Whoever it was last on this computer is one Enter away. */
export function PersonChoice({ session, locked }: Props) {
  const t = useText();
  const task = useTask();
  const [last, remember] = useStored('last-person', '');
  const choose = ({ id }: PersonRow) => {
    remember(id);
    void task('session/choose-person', { personId: id });
  };
  return (
    <Welcome title={locked ? t.access.locked : t.access.choose} note={locked ? t.access.lockedNote : t.access.chooseWork}>
      {session.demonstration && <Notice kind="info">{t.access.chooseDemonstration}</Notice>}
      <PersonList
        name={t.access.people}
        likely={last}
        people={session.people.map((person) => ({
          key: person.id,
          name: person.name,
          initials: person.initials,
          note: person.roles.map((role) => t.role[role]).join(', '),
          onChoose: () => choose(person),
        }))}
      />
    </Welcome>
  );
}
