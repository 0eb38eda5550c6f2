/** The page's entry: takes the port, and draws the program. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { listenForPorts } from './bridge.ts';
import { makeEngineClient, takePort } from './engine-client.ts';

const client = makeEngineClient();
listenForPorts((port) => takePort(client, port));

// A file that misses the place where files are taken must not replace the page.
for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
