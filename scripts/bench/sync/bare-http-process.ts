import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerQuestions } from './processes.ts';

// The least that a server can do: it reads what comes and answers the same bytes to everybody.

let answer = '{}';
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(answer) });
    response.end(answer);
  });
});

answerQuestions({
  start: async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens at a port
  },
  answerWith: async (text: string) => {
    answer = text;
  },
});
