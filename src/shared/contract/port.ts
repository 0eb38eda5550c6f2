/**
 * A pipe between two processes: post here, and it arrives there, in order. What it carries is plain data and bytes
 * (structured clone). Electron, the browser and Node each have an adapter of a few lines.
 */
export type Port = {
  post(message: unknown): void;
  /** Sets the one listener. Messages that came before are kept until there is one. */
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when the other side has gone. */
  onClose(listener: () => void): void;
  close(): void;
};
