import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where to listen. */
interface Place {
  readonly host: string;
  readonly port: number;
}

/** Lets the server listen, and gives its origin. Throws a sentence that names the variable to change. */
export async function listen(server: Server, { host, port }: Place): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    throw listeningFault(error, 'PORT');
  });
  const { port: bound } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound}`;
}

/** An error of `listen` as a sentence about the variables `HOST` and `portVariable`; any other error as it is. */
export function listeningFault(error: unknown, portVariable: 'PORT' | 'SANDBOX_PORT'): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const port = error instanceof Error && 'port' in error ? error.port : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new Error(
        `Port ${port} is taken by another process: stop that one, or set ${portVariable} to another port.`,
      );
    case 'EACCES':
      return new Error(`This user may not listen on port ${port}: set ${portVariable} to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new Error('HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.');
    default:
      return error;
  }
}
