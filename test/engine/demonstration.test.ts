import { expect, test } from 'vitest';
import { anEngine } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

test('the demonstration has customers and articles to try: one protected, one ended, prices to come, one client of its own', async () => {
  using folder = aFolder();
  await using desk = await anEngine(folder.path, { demonstration: true });
  const { page } = desk;
  const { people, today } = await page.query('session/read', {});
  const keeper = people.find(({ roles }) => roles.includes('register-keeper'));
  if (keeper === undefined) throw new Error('somebody keeps the registers');
  await page.task('session/choose-person', { personId: keeper.id });
  const { rows: customers } = await page.query('customers/list', { text: '', after: null, limit: 50 });
  expect(customers).toHaveLength(6);
  expect(customers.filter(({ isProtected }) => isProtected).map(({ name }) => name)).toEqual(['Tolvan Tolvansson']);
  expect(customers.filter(({ endedOn }) => endedOn !== undefined)).toHaveLength(1);
  expect(customers.filter(({ unitId }) => unitId !== undefined)).toHaveLength(1);
  const { rows: articles } = await page.query('articles/list', { text: '', onDay: today, after: null, limit: 50 });
  expect(articles.map(({ price }) => price?.priceOre ?? null)).not.toContain(null);
  const cards = await Promise.all(articles.map(({ article }) => page.query('articles/card', { articleId: article.id })));
  expect(cards.filter((card) => card?.prices.some(({ fromDay }) => fromDay > today))).toHaveLength(2);
});
