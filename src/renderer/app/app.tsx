import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EngineClient } from '../engine-client.ts';
import { EngineContext, followNotices, makeQueryClient } from '../use-engine.ts';
import { LookAndLanguage } from './look-and-language.tsx';
import { MessagesProvider } from './messages-provider.tsx';
import { SessionGate } from './session-gate.tsx';

type Props = { readonly client: EngineClient };

/** The program: its door to the engine, its looks and language, and who works with it. */
export function App({ client }: Props) {
  const [queries] = useState(makeQueryClient);
  useEffect(() => followNotices(client, queries), [client, queries]);
  return (
    <EngineContext value={client}>
      <QueryClientProvider client={queries}>
        <LookAndLanguage>
          <MessagesProvider>
            <SessionGate />
          </MessagesProvider>
        </LookAndLanguage>
      </QueryClientProvider>
    </EngineContext>
  );
}
