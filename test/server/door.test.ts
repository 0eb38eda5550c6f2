import { expect, test } from 'vitest';
import { aServer, password, refusal } from './a-server.ts';

const asJson = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) });

test('a code enrols one device, once and in its time', async () => {
  let nowMs = Date.now();
  await using server = await aServer({ clock: () => nowMs });
  const code = await server.newCode(nowMs + 1_000);
  const enrol = (typed: string) => server.ask('/v1/devices', asJson({ code: typed, name: 'Disk 1' }));
  const [one, other] = await Promise.all([enrol(code.toLowerCase()), enrol(code.replaceAll('-', ' '))]);
  expect([one.status, other.status].sort()).toEqual([200, 403]);
  const won = one.status === 200 ? one : other;
  expect(await won.json()).toMatchObject({ empty: true });

  const late = await server.newCode(nowMs + 1_000);
  nowMs += 1_000;
  expect(await refusal(await enrol(late))).toEqual([403, 'wrong-code']);
  expect(await refusal(await server.ask('/v1/devices', asJson({ code: late })))).toEqual([400, 'malformed']);
});

test('guessing codes takes longer and longer', async () => {
  await using server = await aServer();
  const guess = () => server.ask('/v1/devices', asJson({ code: 'AAAAA-AAAAA-AAAAA-AAAAA', name: 'Disk 1' }));
  const statuses: number[] = [];
  for (let count = 0; count < 7; count += 1) statuses.push((await guess()).status);
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429, 429]);
  expect(Number((await guess()).headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a person signs in at a device, and is known by the session until signing out', async () => {
  await using server = await aServer();
  const device = await server.found();
  const session = await device.signIn('anna');
  expect(session.scopes).toEqual(['reg:access', 'reg:calendars', 'reg:call-reasons', 'reg:suppliers', 'reg:views', 'unit:north']);
  expect((await session.changed(0)).status).toBe(200);

  const signIn = (login: string, secret: string) =>
    server.ask('/v1/sign-in', { ...asJson({ login, password: secret }), token: device.token });
  expect(await refusal(await signIn('anna', 'fel'))).toEqual([403, 'wrong-password']);
  expect(await refusal(await signIn('nobody', password))).toEqual([403, 'wrong-password']);
  expect((await signIn(' ANNA ', password)).status).toBe(200);
  const withoutDevice = await server.ask('/v1/sign-in', asJson({ login: 'anna', password }));
  expect(await refusal(withoutDevice)).toEqual([401, 'unknown-device']);

  const out = () => server.ask('/v1/sign-out', { method: 'POST', token: session.token });
  expect((await out()).status).toBe(204);
  expect(await refusal(await out())).toEqual([401, 'signed-out']);
  expect(await refusal(await session.changed(0))).toEqual([401, 'signed-out']);
});

test('guessing a password takes longer and longer, also with the right one in between', async () => {
  await using server = await aServer();
  const device = await server.found();
  const signIn = (secret: string) =>
    server.ask('/v1/sign-in', { ...asJson({ login: 'anna', password: secret }), token: device.token });
  for (let count = 0; count < 5; count += 1) expect((await signIn(`fel ${count}`)).status).toBe(403);
  expect(await refusal(await signIn(password))).toEqual([429, 'busy']);
});

test('a session ends three days after it was last used', async () => {
  let nowMs = Date.now();
  await using server = await aServer({ clock: () => nowMs });
  const session = await (await server.found()).signIn('anna');
  const hourMs = 3_600_000;
  nowMs += 71 * hourMs;
  expect((await session.changed(0)).status).toBe(200);
  nowMs += 71 * hourMs;
  expect((await session.changed(0)).status).toBe(200);
  nowMs += 73 * hourMs;
  expect(await refusal(await session.changed(0))).toEqual([401, 'signed-out']);
});

test('a device that was taken out does nothing more, nor do those who have signed in there', async () => {
  let nowMs = Date.now();
  await using server = await aServer({ clock: () => nowMs });
  const device = await server.found();
  const session = await device.signIn('anna');
  expect(await server.parts.door.takeOut(device.id, nowMs)).toBe(true);
  expect(await server.parts.door.takeOut(device.id, nowMs)).toBe(false);
  // The database is asked anew when a token was last looked up some seconds ago; commands are stopped at once.
  const command = device.receiveFile('north', 'ab'.repeat(32), session.person as never); // parsed as an id when it came
  expect(await refusal(await device.pushed({ epoch: 1, commands: [command] }))).toEqual([401, 'unknown-device']);
  nowMs += 6_000;
  expect(await refusal(await session.changed(0))).toEqual([401, 'signed-out']);
  expect(await refusal(await device.pushed({ epoch: 1, commands: [command] }))).toEqual([401, 'unknown-device']);
});
