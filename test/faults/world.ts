import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { asId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { type SpoilingProxy, startProxy } from './proxy.ts';
import { type Station, startStation } from './station.ts';

export type World = {
  readonly cluster: Cluster;
  readonly proxy: SpoilingProxy;
  readonly stations: readonly Station[];
  stop(): Promise<void>;
};

const password = 'ett-långt-lösenord-för-prov';
const logins = ['anna', 'bo', 'cecilia'] as const;

/** A server, PostgreSQL under it, and workstations that reach it through a proxy: all processes of their own. */
export async function startWorld(
  folder: string,
  placeOf: (name: string) => string = (name) => join(folder, name),
  serverData: string = join(folder, 'server'),
): Promise<World> {
  const cluster = await startCluster(folder, serverData);
  const proxy = await startProxy(cluster.address);
  const people = logins.map((login) => ({ login, id: asId<'person'>(uuid()) }));
  const stations: Station[] = [];
  for (const [place, { login, id }] of people.entries()) {
    const workspace = placeOf(login);
    mkdirSync(workspace, { recursive: true });
    const station = startStation(workspace);
    stations.push(station);
    if (place === 0) {
      await station.page().execute('access/found-workspace', { people: people.map(asFounder) });
      await station.page().task('session/choose-person', { personId: id });
    }
    const code = await newCode(cluster, login);
    await station.page().task('sync/join', { address: proxy.address, code, deviceName: login });
    await cluster.administer(['set-password', login, '--person', id], password);
    await station.signIn(login, password);
  }
  return {
    cluster,
    proxy,
    stations,
    stop: async () => {
      await Promise.all(stations.map((station) => station.stop()));
      await proxy.stop();
      await cluster.stop();
    },
  };
}

async function newCode(cluster: Cluster, name: string): Promise<string> {
  const printed = await cluster.administer(['new-code', '--name', name]);
  const code = /[A-Z0-9]{4,}(-[A-Z0-9]{4,})+/i.exec(printed)?.[0];
  if (code === undefined) throw new Error(`no code in: ${printed}`);
  return code;
}

const asFounder = ({ login, id }: { readonly login: string; readonly id: ReturnType<typeof asId<'person'>> }) => ({
  id,
  name: login,
  initials: login.slice(0, 2).toUpperCase(),
  human: true,
  grants: (['administrator', 'verification-clerk', 'register-keeper'] as const).map((role) => ({
    id: asId<'grant'>(uuid()),
    role,
  })),
});
