import { parseArgs } from 'node:util';

export type ServeArguments = {
  readonly task: 'serve';
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly keyFile: string; readonly certFile: string } | undefined;
  readonly demonstration: boolean;
  readonly metricsToken: string | undefined;
};
type Place = Pick<ServeArguments, 'data' | 'databaseUrl'>;
export type AdministerArguments = Place &
  (
    | { readonly task: 'new-code'; readonly name: string | null }
    | { readonly task: 'set-password'; readonly login: string; readonly person: string }
    | { readonly task: 'list-devices' }
    | { readonly task: 'list-people' }
    | { readonly task: 'take-out'; readonly device: string }
  );
export type ServerArguments = ServeArguments | AdministerArguments;

export const usage = `npm run server -- [--port 8460] [--host 127.0.0.1] [--tls-key FILE --tls-cert FILE] [--data FOLDER] [--demonstration]
npm run server -- new-code [--name NAME]
npm run server -- list-people
npm run server -- set-password LOGIN --person ID        the password is read from standard input
npm run server -- list-devices
npm run server -- take-out DEVICE

DATABASE_URL names the PostgreSQL to use; without it one is started with its data in the folder.
FAKTURIST_METRICS_TOKEN lets who shows it read /metrics from elsewhere.`;

/** What the command line asks for; undefined when it cannot be understood. */
export function parseArguments(
  args: readonly string[],
  environment: { readonly [name: string]: string | undefined },
  usualData: string,
): ServerArguments | undefined {
  const parsed = tryParse(args);
  if (parsed === undefined) return undefined;
  const { values, positionals } = parsed;
  const [task = 'serve', subject, ...rest] = positionals;
  if (rest.length > 0) return undefined;
  const place = { data: values.data ?? usualData, databaseUrl: environment.DATABASE_URL || undefined };
  const named = subject !== undefined && subject !== '';
  if (task === 'serve' && !named) return asServe(values, place, environment.FAKTURIST_METRICS_TOKEN || undefined);
  if (task === 'new-code' && !named) return { ...place, task, name: values.name ?? null };
  if ((task === 'list-devices' || task === 'list-people') && !named) return { ...place, task };
  if (task === 'set-password' && named && values.person !== undefined)
    return { ...place, task, login: subject, person: values.person };
  if (task === 'take-out' && named) return { ...place, task, device: subject };
  return undefined;
}

function tryParse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: text,
        host: text,
        data: text,
        name: text,
        person: text,
        'tls-key': text,
        'tls-cert': text,
        demonstration: { type: 'boolean' },
      },
    });
  } catch {
    return undefined;
  }
}

type Values = NonNullable<ReturnType<typeof tryParse>>['values'];

function asServe(values: Values, place: Place, metricsToken: string | undefined): ServeArguments | undefined {
  const { port = '8460', host = '127.0.0.1', demonstration = false } = values;
  const { 'tls-key': keyFile, 'tls-cert': certFile } = values;
  const isPort = /^\d{1,5}$/.test(port) && Number(port) <= 65_535;
  if (!isPort || (keyFile === undefined) !== (certFile === undefined)) return undefined;
  const tls = keyFile === undefined || certFile === undefined ? undefined : { keyFile, certFile };
  return { task: 'serve', ...place, host, port: Number(port), tls, demonstration, metricsToken };
}
