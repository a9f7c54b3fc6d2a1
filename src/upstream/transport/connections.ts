import type { Socket } from 'node:net';
import { buildConnector, type Client, type Dispatcher, interceptors, Pool } from 'undici';
import { CALLS_AT_ONCE } from '../../domain/map-in-batches.ts';
import { WatchedClient } from './watched-client.ts';

/** The largest answer that is read: a list of 10,000 agents is about 4 MB. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** In ms. A host that does not accept a connection is given up after this. */
const CONNECT_MILLISECONDS = 30_000;

/** In ms. Below 1 s, so that connections to a vendor that hangs close within a second. */
const IDLE_MILLISECONDS = 900;

/** The connections to one vendor. */
export class Connections {
  readonly #connector = createConnector();
  readonly #pool: Dispatcher;

  constructor(origin: string) {
    this.#pool = new Pool(origin, {
      connections: CALLS_AT_ONCE,
      allowH2: false,
      maxResponseSize: MAX_BODY_BYTES,
      connect: this.#connector.connect,
      keepAliveTimeout: IDLE_MILLISECONDS,
      keepAliveMaxTimeout: IDLE_MILLISECONDS,
      // The operation's deadline is the one clock.
      headersTimeout: 0,
      bodyTimeout: 0,
      factory: (address, options: Client.Options) => new WatchedClient(address, options),
    }).compose(interceptors.decompress({ maxSize: MAX_BODY_BYTES, skipErrorResponses: false }));
  }

  /**
   * Sends a request and resolves at the head of its answer. The pool gives it the first free connection: one that was
   * found dead is replaced for the next request, before another that idles is tried.
   */
  request(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    return this.#pool.request(options);
  }

  /** Gives up connections that are being made: undici goes on with them although nothing waits for them. */
  giveUp(): void {
    this.#connector.giveUp();
  }
}

function createConnector() {
  const connect = buildConnector({ timeout: CONNECT_MILLISECONDS, allowH2: false });
  const sockets = new Set<Socket>();
  return {
    connect: ((options, callback) => {
      // Its type does not say so, but it returns the socket.
      const socket = connect(options, (...outcome) => {
        sockets.delete(socket);
        callback(...outcome);
      }) as unknown as Socket;
      sockets.add(socket);
    }) satisfies buildConnector.connector,
    giveUp() {
      for (const socket of sockets) socket.destroy(new Error('nothing waits for the connection any more'));
    },
  };
}
