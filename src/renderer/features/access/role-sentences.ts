import type { Grant, WantedRole } from '../../../shared/domain/access/index.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';

/** 'alla enheter', or 'enhet 4711'. */
export const withinWords = (within: string, t: Texts): string =>
  within === 'all' ? t.roles.everyUnit : fill(t.roles.inUnit, { unit: within });

/** 'från 2026-12-01 tills vidare' */
export const daysWords = ({ fromDay, throughDay }: Pick<WantedRole, 'fromDay' | 'throughDay'>, t: Texts): string =>
  throughDay === undefined
    ? fill(t.roles.fromOn, { from: fromDay })
    : fill(t.roles.fromThrough, { from: fromDay, through: throughDay });

/** 'Attestant, alla enheter' */
export const grantWords = ({ role, within }: Pick<Grant, 'role' | 'within'>, t: Texts): string =>
  fill(t.roles.grantLine, { role: t.role[role], within: withinWords(within, t) });

/** What is asked for, in one line. */
export const wantedWords = (wanted: WantedRole, t: Texts): string =>
  fill(t.roles.wanted[wanted.kind], {
    ...{ role: t.role[wanted.role], within: withinWords(wanted.within, t), days: daysWords(wanted, t) },
  });

/** 'Attestant', or 'Attestant (enhet 4711)': where there is little room all units go without saying. */
export const shortWords = ({ role, within }: Pick<Grant, 'role' | 'within'>, t: Texts): string =>
  within === 'all' ? t.role[role] : `${t.role[role]} (${withinWords(within, t)})`;
