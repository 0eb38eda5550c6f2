import { addDays, type Day } from '../../../shared/base/day.ts';
import type { PersonId } from '../../../shared/base/ids.ts';
import { momentInSweden } from '../../../shared/base/swedish-time.ts';
import { sortKey } from '../../../shared/base/text.ts';
import { type Queue, queues } from '../../../shared/domain/supplier-invoices/index.ts';
import {
  type Condition,
  daysNamed,
  type FilterField,
  type FilterOperator,
  type NamedDays,
} from '../../../shared/domain/work-queue/index.ts';
import type { AnswerBounds } from './queue-clocks.ts';

/** Who asks, and when. */
export type Asking = { readonly person: PersonId; readonly atMs: number; readonly today: Day };

/** A filter as SQL over supplier_invoices `i`: one arm for each queue that it lets through, or one for all of them. */
export type CompiledFilter = { readonly arms: readonly FilterArm[]; readonly values: Parameters };
export type FilterArm = {
  /** To be joined by AND. */
  readonly where: readonly string[];
  /** Where days are asked that are not those of the order: the same, for the index that holds them all. Null: not to be found so. */
  readonly ofDays: string | null;
};
type Parameters = { readonly [name: string]: string | number };
/** Binds a value and gives its name in the statement. */
type Bind = (value: string | number) => string;

/** Sorted last when it is not known: see the entity. */
const noDay = "'9999-12-31'";

/** Whether no more rows than are quickly gathered meet this, in SQL over supplier_invoices. */
export type IsFew = (where: string, values: Parameters) => boolean;

/**
 * How rows are to be found. SQLite keeps no figures of how many rows are alike, and would guess; so it is told.
 *
 * `order`: a walk along the index on this column, until a page is full; what else is asked may not lead it astray. But what few rows meet is
 * gathered first over the index on it, where a walk would pass nearly all rows. `known`: the rows are given, nothing is looked up.
 */
export type Finding = 'known' | { readonly order: string | null; readonly isFew: IsFew };

/**
 * Turns conditions into SQL, every value bound. An arm for each queue lets SQLite read each along its own index and merge them, where
 * `queue IN (…)` would sort them all.
 */
export function compileFilter(
  conditions: readonly Condition[],
  asking: Asking,
  bounds: AnswerBounds,
  finding: Finding,
): CompiledFilter {
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
  const answered = () => bounds.answered(verifiedWithin(rest, asking));
  const isByQueue = rest.some(({ field }) => field !== null && servedByQueue.includes(field));
  const queuesAsked = statuses.length === 0 && !isByQueue ? [null] : open;
  const arms = queuesAsked.map((queue): FilterArm => {
    const own = queue === null ? [] : [`{queue} = ${bind(queue)}`];
    const gathers = finding !== 'known';
    const arm = { asking, bind, queue, answers: queue === null ? undefined : bounds.due(queue), answered, gathers };
    const terms = rest.map((condition) => ({ condition, sql: sqlOf(condition, arm) }));
    const everything = [...own, ...terms.map(({ sql }) => sql)];
    if (finding === 'known') return { where: everything.map(byNoIndex), ofDays: null };

    const few = terms.find(({ condition, sql }) => {
      return isGathered(condition) && finding.isFew(byAnyIndex([...own, sql].join(' AND ')), values);
    });
    const { order } = finding;
    if (order !== null && queue !== null && areOtherDays(rest, order) && (few === undefined || few.condition.field === 'dated'))
      return { where: [], ofDays: everything.map(along('invoice_day')).join(' AND ') };
    if (few !== undefined) {
      const gathered = `i.id IN (SELECT a.id FROM supplier_invoices a WHERE ${byAnyIndex([...own, few.sql].join(' AND '))})`;
      return { where: [gathered, ...terms.filter((one) => one !== few).map(({ sql }) => byNoIndex(sql))], ofDays: null };
    }
    const isDriven = terms.some(({ condition }) => leads(condition));
    return { where: everything.map(isDriven ? byNoIndex : order === null ? byAnyIndex : along(order)), ofDays: null };
  });
  return { arms, values };
}

/**
 * Columns stand in braces until it is known which of them an index may be looked for on: a plus before a column says that none may. With
 * `!`: one index holds the rows of a queue by this column, and those in the order of their arrival.
 */
const columns = /\{(!?)(\w+)\}/g;
const byAnyIndex = (sql: string): string => sql.replaceAll(columns, '$2');
const byNoIndex = (sql: string): string => sql.replaceAll(columns, '+$2');
const along =
  (order: string) =>
  (sql: string): string =>
    sql.replaceAll(columns, (_, inOrder, column) =>
      column === 'queue' || column === order || (inOrder === '!' && order === 'received_at_ms') ? column : `+${column}`,
    );

/** Read along an index that begins with the queue. */
const servedByQueue: readonly FilterField[] = ['answer', 'dated', 'returns'];

/** One day goes with another: in the order of the one, those of a period in the other may all stand last. */
const dayColumns: { readonly [Field in FilterField]?: string } = {
  dated: 'invoice_day',
  due: 'sort_due',
  received: 'received_at_ms',
};
const areOtherDays = (conditions: readonly Condition[], order: string): boolean =>
  Object.values(dayColumns).includes(order) &&
  conditions.every(({ field }) => field !== null && dayColumns[field] !== undefined) &&
  conditions.some(({ field }) => field !== null && dayColumns[field] !== order);

/** What it asks is found at once, and few rows meet it. */
const leads = ({ field, values: [value], negated }: Condition): boolean =>
  !negated &&
  ((field === 'twin' && value !== 'no') || (field === 'answered' && value === 'late') || (field === 'locked' && value === 'me'));

/** Has an index of its own, and says nothing of other rows. */
const isGathered = ({ field, negated }: Condition): boolean =>
  !negated &&
  (field === null || ['supplier', 'number', 'amount', 'due', 'dated', 'received', 'verified', 'returns'].includes(field));

type Arm = {
  readonly asking: Asking;
  readonly bind: Bind;
  readonly queue: Queue | null;
  readonly answers: ReturnType<AnswerBounds['due']> | undefined;
  readonly answered: () => ReturnType<AnswerBounds['answered']>;
  /** What rows beside it say of a row is asked of few of them first. */
  readonly gathers: boolean;
};

function sqlOf(condition: Condition, arm: Arm): string {
  const any = condition.values.map((value) => `(${valueSql(condition, value, arm)})`).join(' OR ');
  return condition.negated ? `NOT ifnull(${any}, 0)` : `(${any})`;
}

function valueSql({ field, operator, values }: Condition, value: string, arm: Arm): string {
  const { asking, bind, queue, answers, gathers } = arm;
  switch (field) {
    case null:
      return `${beginsWith('{sort_supplier}', value, bind)} OR ${beginsWith('{sort_number}', value, bind)}`;
    case 'supplier':
      return beginsWith('{sort_supplier}', value, bind);
    case 'number':
      return beginsWith('{sort_number}', value, bind);
    case 'currency':
      return `{currency} = ${bind(value.toUpperCase())}`;
    case 'amount':
      return `({sort_total} ${operator} ${bind(Number(value))} AND {total_minor} IS NOT NULL)`; // by the index on the one
    case 'type':
      return `${values.length === 1 ? '{!document_type}' : '{document_type}'} = ${bind(value)}`;
    case 'register':
      return value === 'no' ? '{!supplier_id} IS NULL' : '{supplier_id} IS NOT NULL';
    case 'e-invoice':
      return `${values.length === 1 ? '{!soundness}' : '{soundness}'} = ${bind(value)}`;
    case 'answered':
      return answeredSql(value, arm);
    case 'channel':
      return `EXISTS (SELECT 1 FROM source_files f WHERE f.id = i.file_id AND f.channel = ${bind(value)})`;
    case 'twin':
      if (value === 'released') return releasedSql;
      return twinSql(value, gathers ? queue : undefined, bind);
    case 'locked':
      return lockSql(value, asking, bind);
    case 'status':
      return '1'; // its arms are it
    default: {
      const days = daysNamed(value, asking.today) ?? { fromDay: asking.today, throughDay: asking.today }; // parsed: it names days
      if (field === 'received') return momentsSql('{received_at_ms}', operator, days, bind);
      if (field === 'verified') return momentsSql('{verified_at_ms}', operator, days, bind);
      if (field === 'answer') return answers?.(operator, days, bind) ?? '0';
      const column = { due: '{sort_due}', dated: '{invoice_day}', returns: '{returns_on}' }[field];
      const known = field === 'due' && (operator === '>' || operator === '>=') ? ` AND ${column} <> ${noDay}` : '';
      return `${daysSql(column, operator, days, bind)}${known}`;
    }
  }
}

/** From this key up to the next that does not begin so, over the index on the column. */
const beginsWith = (column: string, text: string, bind: Bind): string =>
  `(${column} >= ${bind(sortKey(text))} AND ${column} < ${bind(`${sortKey(text)}\u{10ffff}`)})`;

/** The days of verification that a filter is about, as moments: how those were answered is worked out for these alone. */
function verifiedWithin(conditions: readonly Condition[], { atMs, today }: Asking): { fromMs: number; untilMs: number } {
  let [fromMs, untilMs] = [0, atMs + 1];
  for (const { field, operator, values, negated } of conditions) {
    const [value] = values;
    const days = value === undefined || values.length > 1 ? undefined : daysNamed(value, today);
    if (field !== 'verified' || negated || days === undefined) continue;
    const from = momentInSweden(operator === '>' ? addDays(days.throughDay, 1) : days.fromDay);
    const until = momentInSweden(operator === '<' ? days.fromDay : addDays(days.throughDay, 1));
    if (operator !== '<' && operator !== '<=') fromMs = Math.max(fromMs, from);
    if (operator !== '>' && operator !== '>=') untilMs = Math.min(untilMs, until);
  }
  return { fromMs, untilMs };
}

/** What was answered is found by its clocks, not by a column; of what is late there is little. */
function answeredSql(value: string, { answered, bind }: Arm): string {
  const { late, unknown } = answered();
  const among = (ids: readonly string[]) => `i.id IN (SELECT value FROM json_each(${bind(JSON.stringify(ids))}))`;
  return value === 'late' ? among(late) : `({verified_at_ms} IS NOT NULL AND NOT ${among([...late, ...unknown])})`;
}

/** Taken for another invoice, and found not to be; also where that was said of several. */
const releasedSql = "(i.id IN (SELECT subject_id FROM events WHERE type = 'twin-released') AND i.released_twins IS NOT NULL)";

/** Gathered from the numbers that more than one has, which are few; but whether it has a twin is for the rows to say that one may see. */
function twinSql(value: string, queue: Queue | null | undefined, bind: Bind): string {
  const exists = (of: string) =>
    `EXISTS (SELECT 1 FROM supplier_invoices o WHERE o.sender_key = ${of}.sender_key AND o.number_skeleton = ${of}.number_skeleton AND o.id <> ${of}.id)`;
  if (value === 'no') return `NOT ${exists('i')}`;
  if (queue === undefined) return exists('i');
  const own = queue === null ? '' : `a.queue = ${bind(queue)} AND `;
  return `i.id IN (SELECT a.id FROM queue_twins t CROSS JOIN supplier_invoices a
    ON a.sender_key = t.sender_key AND a.number_skeleton = t.number_skeleton WHERE ${own}${exists('a')})`;
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
