import { useMemo, useState } from 'react';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { RoleFolder } from '../../../shared/contract/access.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddIcon, AllDoneIcon, PersonIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import { changeColumns, peopleColumns } from './access-columns.tsx';
import { AddPersonPanel } from './add-person.tsx';
import { PersonPane } from './person-pane.tsx';
import { RoleChangePane } from './role-change-pane.tsx';

const mostRows = 500;
type View = 'people' | RoleFolder;

/** Behörigheter: who has which roles, what is asked for and waits, and what was settled. */
export function AccessScreen() {
  const t = useText();
  const { person, today } = useSession();
  const { data: people } = useEngineQuery('access/people', { limit: mostRows });
  const { data: pending } = useEngineQuery('access/changes', { folder: 'pending', limit: mostRows });
  const { data: decided } = useEngineQuery('access/changes', { folder: 'decided', limit: mostRows });
  const [view, setView] = useState<View>('people');
  const [adding, setAdding] = useState(false);
  const [chosenPerson, setChosenPerson] = useState<PersonId>();
  const [chosenChange, setChosenChange] = useState<string>();
  const mayNotManage = useWhyNot('access.manage');
  const noServer = useWhyNoServer();
  const lines = useMemo(
    () =>
      (people ?? []).map((row) => ({
        ...row,
        waiting: (pending ?? []).filter(({ change }) => change.personId === row.person.id),
      })),
    [people, pending],
  );
  const changes = (view === 'decided' ? decided : pending) ?? [];
  const line = lines.find((row) => row.person.id === chosenPerson) ?? lines[0];
  // What is settled stays in view, so that no other is decided by the same press.
  const change = [...(pending ?? []), ...(decided ?? [])].find((row) => row.change.id === chosenChange);
  const ofPeople = useMemo(() => peopleColumns(t, today), [t, today]);
  const ofChanges = useMemo(() => changeColumns(t, person.id, today), [t, person.id, today]);
  const sortWords = useSortWords();
  const choose = (next: View): void => {
    setView(next);
    setChosenChange((next === 'decided' ? decided : pending)?.[0]?.change.id);
  };
  const isEmpty = view !== 'people' && changes.length === 0 && pending !== undefined && decided !== undefined;
  return (
    <Screen
      title={t.roles.title}
      tabs={
        <Tabs
          label={t.roles.views}
          chosen={view}
          onChoose={choose}
          tabs={[
            { name: 'people', text: t.roles.view.people },
            { name: 'pending', text: t.roles.view.pending, count: pending && String(pending.length) },
            { name: 'decided', text: t.roles.view.decided },
          ]}
        />
      }
      actions={
        <Button icon={<AddIcon />} whyNot={mayNotManage ?? noServer} onClick={() => setAdding(true)}>
          {t.roles.addPerson}
        </Button>
      }
    >
      <SideBySide
        even
        left={
          isEmpty ? (
            <EmptyState
              icon={<AllDoneIcon aria-hidden />}
              title={view === 'pending' ? t.roles.nonePending : t.roles.noneDecided}
              {...(view === 'pending' && { hint: t.roles.nonePendingHint })}
            />
          ) : view === 'people' ? (
            <DataTable
              key="people"
              name={t.roles.peopleTable}
              rows={lines}
              columns={ofPeople}
              rowKey={(row) => row.person.id}
              takesFocus
              startKey={line?.person.id}
              onOpen={(row) => setChosenPerson(row.person.id)}
              sortWords={sortWords}
            />
          ) : (
            <DataTable
              key={view}
              name={t.roles.changesTable}
              rows={changes}
              columns={ofChanges}
              rowKey={(row) => row.change.id}
              takesFocus
              startKey={chosenChange}
              onOpen={(row) => setChosenChange(row.change.id)}
              sortWords={sortWords}
            />
          )
        }
        right={
          adding ? (
            <AddPersonPanel onAdded={setChosenPerson} onClose={() => setAdding(false)} />
          ) : view === 'people' && line !== undefined ? (
            <PersonPane key={line.person.id} line={line} people={people ?? []} />
          ) : view !== 'people' && change !== undefined ? (
            <RoleChangePane key={change.change.id} row={change} />
          ) : (
            <EmptyState icon={<PersonIcon aria-hidden />} title={t.roles.pick} />
          )
        }
      />
    </Screen>
  );
}
