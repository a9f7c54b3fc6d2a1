import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listen, stop } from '../listening.ts';

/** A call of the server that redirects lead to. No caller should ever make one. */
export interface StrayCall {
  readonly method: string;
  /** With the query. */
  readonly target: string;
  /** Lower-case names: a credential that was taken along stands among them. */
  readonly headers: IncomingHttpHeaders;
}

/** Another origin than the sandbox's own. */
export interface Elsewhere {
  readonly calls: StrayCall[];
  /** Its address. Nothing listens before somebody asks for it. */
  url(): Promise<string>;
  close(): Promise<void>;
}

/** It takes whatever comes, answers with an empty JSON object, and remembers. */
export function createElsewhere(): Elsewhere {
  const calls: StrayCall[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = '', url: target = '', headers } = incoming;
    calls.push({ method, target, headers });
    outgoing.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  let listening: Promise<string> | undefined;
  return {
    calls,
    url() {
      listening ??= listen(server, 0);
      return listening;
    },
    async close() {
      if (listening === undefined) return;
      await listening;
      await stop(server);
    },
  };
}
