import type { MessagePortMain } from 'electron';
import type { Port } from '../../shared/contract/port.ts';

/** What a child process is told at its start: plain data. */
export type ChildSettings = Readonly<Record<string, string | number | boolean | undefined>>;

export type ChildOptions = {
  /** The built file that it runs. */
  readonly entry: string;
  /** For the log and the system's list of processes. */
  readonly name: string;
  readonly settings: ChildSettings;
  /** Takes what the process writes to its standard output and error. */
  readonly log: (text: string) => void;
};

export type Exit = { readonly code: number | null; readonly signal: string | null };

/** One end of a pipe that can be given to a child. */
export type PipeEnd = Port | MessagePortMain;

/** A process that main has started: the engine or a reader. The same whether it is Electron's or plain Node's. */
export type Child = {
  readonly pid: number | undefined;
  /** Gives the child one end of a pipe, under a name that it knows. */
  connect(name: string, end: PipeEnd): void;
  /** Called once, also when the process could not start. */
  onExit(listener: (why: Exit) => void): void;
  /** Asks the child to end in good order; after `graceMs` it is killed. */
  stop(graceMs: number): Promise<void>;
  kill(): void;
};

/** What main says to a child besides what goes through ports. */
export type ChildOrder = { readonly kind: 'start'; readonly settings: ChildSettings } | { readonly kind: 'stop' };
