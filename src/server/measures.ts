import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** What an operator watches, in the form of Prometheus. Nothing here names a person, a device or an invoice. */
export function startMeasures(now: { readonly waiting: () => number; readonly listeners: () => number }) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'fakturist_commands_waiting',
    help: 'Commands that wait for the sequencer',
    registers,
    collect() {
      this.set(now.waiting());
    },
  });
  new Gauge({
    name: 'fakturist_listeners',
    help: 'Workstations that listen for hints',
    registers,
    collect() {
      this.set(now.listeners());
    },
  });
  return {
    registry,
    commands: new Counter({
      name: 'fakturist_commands_total',
      help: 'Commands by their outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
    batchSize: new Histogram({
      name: 'fakturist_push_commands',
      help: 'Commands in one push',
      buckets: [1, 2, 5, 10, 20, 50, 100],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'fakturist_commit_seconds',
      help: 'Time of one transaction of the sequencer',
      buckets: seconds,
      registers,
    }),
    commitEntries: new Histogram({
      name: 'fakturist_commit_entries',
      help: 'Entries in one transaction of the sequencer',
      buckets: [1, 4, 16, 64, 256, 1024, 4096],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'fakturist_request_seconds',
      help: 'Time to answer, by route and status',
      labelNames: ['route', 'status'] as const,
      buckets: seconds,
      registers,
    }),
  };
}
export type Measures = ReturnType<typeof startMeasures>;
