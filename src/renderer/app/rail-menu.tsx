import type { Place } from '../navigation.ts';
import { usePreferences } from '../preferences.ts';
import { useSession } from '../session.ts';
import { fill } from '../text/fill.ts';
import { useText } from '../text/use-text.ts';
import {
  ArticleIcon,
  BasketIcon,
  BuildingIcon,
  ControlIcon,
  CustomerIcon,
  FourEyesIcon,
  InboxIcon,
  PersonIcon,
  SettingsIcon,
} from '../ui/icons.ts';
import { Rail } from '../ui/rail.tsx';
import { useEngineQuery } from '../use-engine.ts';
import { useChangeCount, useControlCount, useRoleChangeCount } from './use-change-count.ts';

type Props = { readonly place: Place; readonly onGo: (place: Place) => void };

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
  const at =
    place.at === 'invoice' || place.at === 'conflict'
      ? 'queue'
      : place.at === 'register-import' || place.at === 'register-twins'
        ? 'suppliers'
        : place.at === 'calendars'
          ? 'settings'
          : place.at;
  const item = (
    name: 'queue' | 'intake' | 'suppliers' | 'customers' | 'articles' | 'changes' | 'supplier-control' | 'access' | 'settings',
    icon: typeof BasketIcon,
  ) => {
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
        { ...item('queue', BasketIcon), count },
        item('intake', InboxIcon),
        item('suppliers', BuildingIcon),
        item('customers', CustomerIcon),
        item('articles', ArticleIcon),
        { ...item('changes', FourEyesIcon), count: changes },
        { ...item('supplier-control', ControlIcon), count: controls },
        ...(seesRoles ? [{ ...item('access', PersonIcon), count: roleChanges }] : []),
        item('settings', SettingsIcon),
      ]}
    />
  );
}
