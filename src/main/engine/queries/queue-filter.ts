import { addDays, type Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import { sortKey } from '../../../shared/base/text.ts';
import { type Queue, queues } from '../../../shared/domain/supplier-invoices/index.ts';
import { type Condition, daysNamed, type FilterOperator, type NamedDays } from '../../../shared/domain/work-queue/index.ts';
import type { AnswerBounds } from './queue-clocks.ts';

/** Who asks, and when. */
export type Asking = { readonly person: PersonId; readonly atMs: number; readonly today: Day };

/** A filter as SQL over supplier_invoices: one arm for each queue that it lets through, or one for all of them (null). */
export type CompiledFilter = {
  readonly arms: readonly { readonly queue: Queue | null; readonly where: readonly string[] }[];
  readonly values: Parameters;
};
type Parameters = { readonly [name: string]: string | number };
/** Binds a value and gives its name in the statement. */
type Bind = (value: string | number) => string;

/** Sorted last when it is not known: see the entity. */
const noDay = "'9999-12-31'";

/**
 * Turns conditions into SQL, every value bound. An arm for each queue lets SQLite read each along its own index and merge them, where
 * `queue IN (…)` would sort them all.
 */
export function compileFilter(conditions: readonly Condition[], asking: Asking, bounds: AnswerBounds): CompiledFilter {
  const values: Record<string, string | number> = {};
  const bind: Bind = (value) => {
    const name = `v${Object.keys(values).length}`;
    values[name] = value;
    return `@${name}`;
  };
  const statuses = conditions.filter(({ field }) => field === 'status');
  const open = statuses.reduce<readonly Queue[]>(
    (left, { values: named, negated }) => left.filter((queue) => named.includes(queue) !== negated),
    queues,
  );
  const rest = conditions.filter(({ field }) => field !== 'status');
  const asksClock = rest.some(({ field }) => field === 'answer');
  const arms = statuses.length === 0 && !asksClock ? [null] : open;
  return {
    arms: arms.map((queue) => ({
      queue,
      where: [
        ...(queue === null ? [] : [`queue = ${bind(queue)}`]),
        ...rest.map((condition) =>
          sqlOf(condition, { asking, bind, queue, answers: queue === null ? undefined : bounds(queue) }),
        ),
      ],
    })),
    values,
  };
}

type Arm = {
  readonly asking: Asking;
  readonly bind: Bind;
  readonly queue: Queue | null;
  readonly answers: ReturnType<AnswerBounds> | undefined;
};

function sqlOf(condition: Condition, arm: Arm): string {
  const any = condition.values.map((value) => `(${valueSql(condition, value, arm)})`).join(' OR ');
  return condition.negated ? `NOT ifnull(${any}, 0)` : `(${any})`;
}

function valueSql({ field, operator }: Condition, value: string, { asking, bind, queue, answers }: Arm): string {
  switch (field) {
    case null:
      return `${beginsWith('sort_supplier', value, bind)} OR ${beginsWith('sort_number', value, bind)}`;
    case 'supplier':
      return beginsWith('sort_supplier', value, bind);
    case 'number':
      return beginsWith('sort_number', value, bind);
    case 'currency':
      return `currency = ${bind(value.toUpperCase())}`;
    case 'amount':
      return `total_minor ${operator} ${bind(Number(value))}`;
    case 'type':
      return `document_type = ${bind(value)}`;
    case 'register':
      return value === 'no' ? 'supplier_id IS NULL' : 'supplier_id IS NOT NULL';
    case 'twin':
      return twinSql(value, queue, bind);
    case 'locked':
      return lockSql(value, asking, bind);
    case 'status':
      return '1'; // its arms are it
    default: {
      const days = daysNamed(value, asking.today) ?? { fromDay: asking.today, throughDay: asking.today }; // parsed: it names days
      if (field === 'received') return momentsSql('received_at_ms', operator, days, bind);
      if (field === 'answer') return answers?.(operator, days, bind) ?? '0';
      const column = { due: 'sort_due', dated: 'invoice_day', returns: 'returns_on' }[field];
      if (field === 'returns' && queue !== null && operator !== '>' && operator !== '>=')
        // Few come back on a day: gathered first, over an index of their own.
        return `i.id IN (SELECT a.id FROM supplier_invoices a WHERE a.queue = ${bind(queue)} AND ${daysSql('a.returns_on', operator, days, bind)})`;
      const known = field === 'due' && (operator === '>' || operator === '>=') ? ` AND ${column} <> ${noDay}` : '';
      return `${daysSql(column, operator, days, bind)}${known}`;
    }
  }
}

/** From this key up to the next that does not begin so, over the index on the column. */
const beginsWith = (column: string, text: string, bind: Bind): string =>
  `(${column} >= ${bind(sortKey(text))} AND ${column} < ${bind(`${sortKey(text)}\u{10ffff}`)})`;

/** Within a queue they are gathered first, over an index that holds all that is asked: there may be few among many. */
function twinSql(value: string, queue: Queue | null, bind: Bind): string {
  const exists = (of: string) =>
    `EXISTS (SELECT 1 FROM supplier_invoices o WHERE o.sender_key = ${of}.sender_key AND o.number_skeleton = ${of}.number_skeleton AND o.id <> ${of}.id)`;
  if (value === 'no') return `NOT ${exists('i')}`;
  return queue === null
    ? exists('i')
    : `i.id IN (SELECT a.id FROM supplier_invoices a WHERE a.queue = ${bind(queue)} AND ${exists('a')})`;
}

function lockSql(value: string, { person, atMs }: Asking, bind: Bind): string {
  if (value === 'me') return `i.id IN (SELECT id FROM leases WHERE holder = ${bind(person)} AND until_ms > ${bind(atMs)})`;
  return `${value === 'no' ? 'NOT ' : ''}EXISTS (SELECT 1 FROM leases l WHERE l.id = i.id AND l.until_ms > ${bind(atMs)})`;
}

function daysSql(column: string, operator: FilterOperator, { fromDay, throughDay }: NamedDays, bind: Bind): string {
  switch (operator) {
    case '=':
      return `${column} BETWEEN ${bind(fromDay)} AND ${bind(throughDay)}`;
    case '<':
    case '>=':
      return `${column} ${operator} ${bind(fromDay)}`;
    default:
      return `${column} ${operator} ${bind(throughDay)}`;
  }
}

function momentsSql(column: string, operator: FilterOperator, { fromDay, throughDay }: NamedDays, bind: Bind): string {
  const from = momentInSweden(fromDay);
  const end = momentInSweden(addDays(throughDay, 1));
  switch (operator) {
    case '=':
      return `${column} >= ${bind(from)} AND ${column} < ${bind(end)}`;
    case '<':
    case '>=':
      return `${column} ${operator} ${bind(from)}`;
    default:
      return `${column} ${operator === '<=' ? '<' : '>='} ${bind(end)}`;
  }
}
