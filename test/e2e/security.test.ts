import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LaunchedApp, launchApp } from './launch.ts';

const blob = Buffer.from('%PDF-1.7 a copy');
const sha256 = createHash('sha256').update(blob).digest('hex');

let folder: string;
let launched: LaunchedApp;
/** A server beside the program: whatever reaches it got past the window's walls. */
let outside: Server;
let outsideAddress: string;
const reached: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fakturist-security-'));
  const workspace = join(folder, 'workspace');
  await mkdir(join(workspace, 'blobs', sha256.slice(0, 2)), { recursive: true });
  await writeFile(join(workspace, 'blobs', sha256.slice(0, 2), sha256), blob);
  await writeFile(join(workspace, 'blobs', 'secret'), 'not a blob');

  outside = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('outside');
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  outsideAddress = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  launched = await launchApp({ workspace, demonstration: true, saveCopiesTo: join(folder, 'copies') });
});

afterAll(async () => {
  await launched?.close();
  outside?.close();
  await rm(folder, { recursive: true, force: true });
});

test('the window keeps Node, the file system and other worlds away from the page', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as { getLastWebPreferences?(): unknown } | undefined;
    return contents?.getLastWebPreferences?.();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
  // Electron names these only where they are on.
  expect(preferences).not.toMatchObject({ nodeIntegrationInWorker: true });
  expect(preferences).not.toMatchObject({ navigateOnDragDrop: true });
});

test('the page sees nothing of Node or Electron, and of the program three functions', async () => {
  const seen = await launched.page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>;
    const names = ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'];
    return {
      node: names.filter((name) => typeof world[name] !== 'undefined'),
      ours: Object.keys(world.fakturist as object).sort(),
    };
  });
  expect(seen).toEqual({ node: [], ours: ['connect', 'onLock', 'print'] });
});

test('every answer has a strict content security policy', async () => {
  const policies = await launched.page.evaluate(
    async (addresses) => {
      const answers = await Promise.all(addresses.map((address) => fetch(address)));
      return answers.map((answer) => ({
        policy: answer.headers.get('content-security-policy'),
        sniff: answer.headers.get('x-content-type-options'),
      }));
    },
    ['/', `/blob/${sha256}?type=application/pdf`, '/not-there.js'],
  );
  for (const { policy, sniff } of policies) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:|\*/);
    expect(sniff).toBe('nosniff');
  }
});

test('script and style that are written into the page do not run', async () => {
  const outcome = await launched.page.evaluate(async () => {
    const page = (globalThis as unknown as { document: PageDocument }).document;
    const script = page.createElement('script');
    script.textContent = 'globalThis.injected = true';
    page.body.append(script);
    const style = page.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    page.body.append(style);
    // In a timer of its own: what a debugger evaluates is let past the policy.
    const evaluated = await new Promise((resolve) =>
      setTimeout(() => {
        try {
          resolve(new Function('return true')());
        } catch {
          resolve(false);
        }
      }),
    );
    const { getComputedStyle } = globalThis as unknown as { getComputedStyle(of: unknown): { outlineWidth: string } };
    return { injected: 'injected' in globalThis, styled: getComputedStyle(page.body).outlineWidth === '7px', evaluated };
  });
  expect(outcome).toEqual({ injected: false, styled: false, evaluated: false });
});

test('the page cannot go elsewhere', async () => {
  const before = launched.page.url();
  for (const address of [
    outsideAddress,
    'https://example.com/',
    'file:///etc/passwd',
    `app://fakturist/blob/${sha256}`,
    'app://other/',
  ]) {
    await launched.page.evaluate((to) => {
      (globalThis as unknown as { location: { href: string } }).location.href = to;
    }, address);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(launched.page.url()).toBe(before);
  }
  expect(reached).toEqual([]);
});

test('the page cannot open a window', async () => {
  const opened = await launched.page.evaluate(
    (addresses) => {
      const open = (globalThis as unknown as { open(address: string): unknown }).open;
      return addresses.map((address) => open(address) !== null);
    },
    [outsideAddress, 'about:blank', 'app://fakturist/'],
  );
  expect(opened).toEqual([false, false, false]);
  expect(launched.app.windows()).toHaveLength(1);
});

test('the page gets no permission', async () => {
  const answers = await launched.page.evaluate(async () => {
    const { navigator, Notification } = globalThis as unknown as PermissionWorld;
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => 'given',
        (error: Error) => error.name,
      );
    return {
      notification: await Notification.requestPermission(),
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('denied'),
        ),
      ),
      clipboard: await outcome(navigator.clipboard.readText()),
      midi: await outcome(navigator.requestMIDIAccess({ sysex: true })),
    };
  });
  expect(answers).toMatchObject({ notification: 'denied', place: 'denied' });
  expect(Object.values(answers)).not.toContain('given');
});

test('the page has no network, even where its policy would not stop it', async () => {
  const outcomes = await launched.page.evaluate(async (address) => {
    const outcome = (asked: Promise<unknown>) =>
      asked.then(
        () => 'reached',
        () => 'refused',
      );
    return [
      await outcome(fetch(address)),
      await outcome(fetch('https://example.com/')),
      await outcome(fetch('file:///etc/passwd')),
    ];
  }, outsideAddress);
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);

  const bySession = await launched.app.evaluate(async ({ session }, address) => {
    return session.defaultSession.fetch(address).then(
      () => 'reached',
      () => 'refused',
    );
  }, outsideAddress);
  expect(bySession).toBe('refused');
  expect(reached).toEqual([]);
});

test('a blob is had by its 64 digits only, as a harmless type', async () => {
  const answers = await launched.page.evaluate(
    async (addresses) => {
      const answers = await Promise.all(addresses.map((address) => fetch(address)));
      return answers.map((answer) => `${answer.status} ${answer.headers.get('content-type')}`);
    },
    [
      `/blob/${sha256}`,
      `/blob/${sha256}?type=application/pdf`,
      `/blob/${sha256}?type=text/html`,
      '/blob/secret',
      '/blob/..%2fsecret',
      `/blob/${sha256.toUpperCase()}`,
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/main/index.js',
    ],
  );
  expect(answers.slice(0, 3)).toEqual(['200 application/octet-stream', '200 application/pdf', '200 application/octet-stream']);
  expect(answers.slice(3).map((answer) => answer.slice(0, 3))).toEqual(['404', '404', '404', '404', '404']);
});

test('a blob with a name is saved, without a way out of its folder', async () => {
  await launched.page.evaluate(
    (address) => {
      (globalThis as unknown as { location: { href: string } }).location.href = address;
    },
    `/blob/${sha256}?type=application/pdf&download=${encodeURIComponent('../Faktura från Åkes Rör.pdf')}`,
  );
  const copies = join(folder, 'copies');
  const saved = await vi.waitUntil(
    async () => (await readdir(copies).catch(() => [])).find((name) => name.endsWith('.pdf')),
    10_000,
  );
  expect(saved).toMatch(/Faktura från Åkes Rör\.pdf$/);
  await vi.waitUntil(async () => (await readFile(join(copies, saved ?? ''))).equals(blob), 5_000);
});

type PageDocument = { createElement(name: string): { textContent: string }; readonly body: { append(child: unknown): void } };
type PermissionWorld = {
  readonly Notification: { requestPermission(): Promise<string> };
  readonly navigator: {
    readonly mediaDevices: { getUserMedia(wanted: object): Promise<unknown> };
    readonly geolocation: { getCurrentPosition(given: () => void, denied: () => void): void };
    readonly clipboard: { readText(): Promise<string> };
    requestMIDIAccess(wanted: object): Promise<unknown>;
  };
};

test('a crafted message is refused by its schema, and changes nothing', async () => {
  const answers = await launched.page.evaluate(async () => {
    const port = await new Promise<MessagePort>((resolve) => {
      window.addEventListener('message', ({ data, ports: [given] }) => {
        if (data === 'engine-port' && given !== undefined) resolve(given);
      });
      (window as unknown as { fakturist: { connect(): void } }).fakturist.connect();
    });
    /** Posts a message as an intruder in the page would, and gives what comes back for its number. */
    const ask = (message: Record<string, unknown>) =>
      new Promise<{ kind: string; code?: string; value?: unknown }>((resolve) => {
        const requestId = 900_000 + Math.floor(Math.random() * 90_000);
        port.addEventListener('message', ({ data }) => {
          if (data?.requestId === requestId) resolve(data);
        });
        port.postMessage({ requestId, ...message });
      });
    const request = (door: string, name: string, input: unknown) => ask({ kind: 'request', door, name, input });
    const session = (await request('query', 'session/read', {})).value as { people: { id: string }[] };
    await request('task', 'session/choose-person', { personId: session.people[0]?.id });
    return {
      notARequest: (await ask({ kind: 'order', everything: true })).code,
      noSuchName: (await request('query', '__proto__', {})).code,
      wrongInput: (
        await request('query', 'queue/list', {
          queue: "all' OR 1=1 --",
          sort: 'received',
          descending: false,
          after: null,
          limit: 10,
        })
      ).code,
      tooMuch: (await request('query', 'intake/files', { limit: 1e9 })).code,
      notBytes: (await request('task', 'intake/take-in', { name: 'x', bytes: '/etc/passwd' })).code,
      wrongCommand: (await request('execute', 'supplier-invoices/verify', { invoiceId: '../../x', acknowledged: ['*'] })).value,
      noSuchCommand: (await request('execute', 'constructor', {})).value,
    };
  });
  expect(answers).toEqual({
    notARequest: 'malformed',
    noSuchName: 'malformed',
    wrongInput: 'malformed',
    tooMuch: 'malformed',
    notBytes: 'malformed',
    wrongCommand: { ok: false, error: expect.objectContaining({ code: 'malformed' }) },
    noSuchCommand: { ok: false, error: expect.objectContaining({ code: 'malformed' }) },
  });
});
