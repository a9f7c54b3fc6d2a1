import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A server that knows no HTTP, and what it sees of its connections. */
export interface RawServer extends AsyncDisposable {
  readonly port: number;
  /** How many connections have been made so far. */
  readonly made: number;
  /** How many are there now. */
  readonly open: number;
}

/** Starts a server that does something whenever a connection has sent something. */
export async function startRawServer(receive: (socket: Socket) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let made = 0;
  const server = createServer((socket) => {
    made += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', () => receive(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get made() {
      return made;
    },
    get open() {
      return sockets.size;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Ends once no connection is open. */
export async function withoutConnections(server: RawServer): Promise<void> {
  while (server.open > 0) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
