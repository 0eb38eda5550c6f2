import type { Article, ArticlePrice } from '../../src/shared/domain/articles/index.ts';
import type { Customer } from '../../src/shared/domain/customers/index.ts';
import type { EventRow } from '../../src/shared/run/entities/event.ts';
import type { EntityName } from '../../src/shared/run/entities/index.ts';
import type { Entry } from '../../src/shared/run/store.ts';
import type { History } from './history.ts';
import type { ServerFile } from './memory-server.ts';
import type { Report } from './violations.ts';

/** I16: no price that has been set is another afterwards. I17: nobody ends the protection of an identity that they put on themselves. */
export function witnessRegisters(history: History, { entity, body }: Pick<Entry, 'entity' | 'body'>, report: Report): void {
  if (entity === 'articlePrice') {
    const price = body as ArticlePrice; // as the entry says
    if (history.latest('articlePrice', price.id) !== undefined) report('I16', `the price ${price.id} was set and is another now`);
  }
  if (entity !== 'event') return;
  const { type, subjectId, actor } = body as EventRow; // as above
  if (type !== 'protection-lifted') return;
  const before = history.latest('customer', subjectId) as Customer | undefined; // a row of that entity
  if (before?.protectedBy === actor) report('I17', `${actor} ended the protection of ${subjectId}, which was their own`);
}

/** I15: in the register that all share, and in each client's own, a number stands once, an id of another system too; of an article's prices from one day each has its turn. */
export function checkRegisters(
  { state: { rows } }: ServerFile,
  touched: ReadonlyMap<string, readonly [EntityName, string]>,
  report: Report,
): void {
  const entities = new Set([...touched.values()].map(([entity]) => entity));
  const once = (entity: EntityName, keys: readonly string[]) => {
    for (const key of keys) if (keys.indexOf(key) !== keys.lastIndexOf(key)) report('I15', `two ${entity} are ${key}`);
  };
  // Each gives the rows of the entity that it names.
  if (entities.has('customer'))
    once(
      'customer',
      ([...rows.all('customer')] as Customer[]).flatMap(({ unitId = '', organisationNumber, personalNumber }) =>
        [organisationNumber, personalNumber].flatMap((number) => (number === undefined ? [] : [`${unitId} ${number}`])),
      ),
    );
  if (entities.has('customer'))
    once(
      'customer',
      ([...rows.all('customer')] as Customer[]).flatMap(({ unitId = '', externalIds }) =>
        externalIds.map(({ system, id }) => `${unitId} ${system} ${id}`),
      ),
    );
  if (entities.has('article'))
    once(
      'article',
      ([...rows.all('article')] as Article[]).map(({ unitId = '', number }) => `${unitId} ${number}`),
    );
  if (entities.has('articlePrice'))
    once(
      'articlePrice',
      ([...rows.all('articlePrice')] as ArticlePrice[]).map(({ articleId, fromDay, turn }) => `${articleId} ${fromDay} ${turn}`),
    );
}
