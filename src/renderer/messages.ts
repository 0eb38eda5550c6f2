import { createContext, useContext } from 'react';

/** `note`: something went well · `warning`: worth knowing · `error`: something did not happen. */
export type MessageKind = 'note' | 'warning' | 'error';
export type Message = { readonly id: number; readonly kind: MessageKind; readonly text: string; readonly atMs: number };
export type Say = (kind: MessageKind, text: string) => void;

export const MessagesContext = createContext<Say>(() => {});

/** Tells the clerk something: in the status line or as a toast, and in the log (F9). */
export const useSay = (): Say => useContext(MessagesContext);
