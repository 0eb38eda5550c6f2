import type { Place } from '../navigation.ts';
import { usePreferences } from '../preferences.ts';
import { useSession } from '../session.ts';
import { fill } from '../text/fill.ts';
import { useText } from '../text/use-text.ts';
import {
  ArticleIcon,
  BasketIcon,
  BuildingIcon,
  CallIcon,
  ControlIcon,
  CustomerIcon,
  FourEyesIcon,
  InboxIcon,
  OverviewIcon,
  PersonIcon,
  RegisterQueueIcon,
  SettingsIcon,
  TodayIcon,
} from '../ui/icons.ts';
import { Rail } from '../ui/rail.tsx';
import { useEngineQuery } from '../use-engine.ts';
import { useChangeCount, useControlCount, useRoleChangeCount, useTodayCount } from './use-change-count.ts';

type Props = { readonly place: Place | undefined; readonly onGo: (place: Place) => void };

type Item =
  | 'today'
  | 'queue'
  | 'intake'
  | 'register-queue'
  | 'suppliers'
  | 'customers'
  | 'calls'
  | 'articles'
  | 'changes'
  | 'supplier-control'
  | 'overview'
  | 'access'
  | 'settings';

/** The main menu. */
export function RailMenu({ place, onGo }: Props) {
  const t = useText();
  const { preferences, change } = usePreferences();
  const { data: counts } = useEngineQuery('queue/counts', {});
  const waiting = counts?.['to-verify'];
  const count = waiting && (waiting.capped ? fill(t.queueScreen.capped, { count: waiting.count }) : String(waiting.count));
  const changes = useChangeCount();
  const roleChanges = useRoleChangeCount();
  const controls = useControlCount();
  const { person } = useSession();
  const seesRoles = person.permissions.includes('access.manage') || person.permissions.includes('access.decide');
  const keepsRegisters = person.permissions.includes('suppliers.register');
  const notesCalls = person.permissions.includes('call-notes.note');
  const at = place && itemOf(place);
  const item = (name: Item, icon: typeof BasketIcon) => {
    const Icon = icon;
    return { name, text: t.shell[name], icon: <Icon aria-hidden />, current: at === name, onGo: () => onGo({ at: name }) };
  };
  return (
    <Rail
      name={t.shell.navigation}
      collapsed={preferences.railCollapsed}
      collapseName={preferences.railCollapsed ? t.shell.expand : t.shell.collapse}
      onCollapse={() => change({ railCollapsed: !preferences.railCollapsed })}
      items={[
        { ...item('today', TodayIcon), count: useTodayCount() },
        { ...item('queue', BasketIcon), count },
        item('intake', InboxIcon),
        ...(keepsRegisters ? [item('register-queue', RegisterQueueIcon)] : []),
        item('suppliers', BuildingIcon),
        item('customers', CustomerIcon),
        item('articles', ArticleIcon),
        ...(notesCalls ? [item('calls', CallIcon)] : []),
        { ...item('changes', FourEyesIcon), count: changes },
        { ...item('supplier-control', ControlIcon), count: controls },
        item('overview', OverviewIcon),
        ...(seesRoles ? [{ ...item('access', PersonIcon), count: roleChanges }] : []),
        item('settings', SettingsIcon),
      ]}
    />
  );
}

/** Under which of them a place stands. */
function itemOf(place: Place): Item {
  switch (place.at) {
    case 'invoice':
      return place.fromToday ? 'today' : 'queue';
    case 'conflict':
    case 'sweep':
      return 'queue';
    case 'register-import':
    case 'register-twins':
      return 'suppliers';
    case 'calendars':
      return 'settings';
    case 'faults':
      return 'overview';
    default:
      return place.at;
  }
}
