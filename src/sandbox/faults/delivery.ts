import type { ServerResponse } from 'node:http';
import { half, type WireAnswer } from '../wire.ts';
import type { Way } from './table.ts';

/** Calls back once a second until the function that it gives is called, which can happen twice. */
export type EverySecond = (tick: () => void) => () => void;

/** By the machine's clock. */
export const everySecond: EverySecond = (tick) => {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
};

/** A clock of seconds, all of whose uses can be ended at once. */
export function stoppable(every: EverySecond): { readonly every: EverySecond; stopAll(): void } {
  const running = new Set<() => void>();
  return {
    every(tick) {
      const stop = every(tick);
      running.add(stop);
      return () => {
        running.delete(stop);
        stop();
      };
    },
    stopAll() {
      for (const stop of running) stop();
      running.clear();
    },
  };
}

/** Sends an answer in its way; null where the way is to send none. */
export function deliver(
  outgoing: ServerResponse,
  way: Way,
  answer: WireAnswer | null,
  every: EverySecond,
): void {
  if (way === 'reset-unread') reset(outgoing);
  // To whoever left while the answer was made nothing can be sent, and no `close` would stop a drip.
  if (answer === null || outgoing.closed) return;
  if (way === 'half-then-reset') sendHalf(outgoing, answer);
  else if (way === 'drip') drip(outgoing, answer, every);
  else send(outgoing, answer);
}

/** Sends an answer as it is. */
export function send(outgoing: ServerResponse, { status, headers, body }: WireAnswer): void {
  outgoing.writeHead(status, headers).end(body);
}

function sendHalf(outgoing: ServerResponse, { status, headers, body }: WireAnswer): void {
  outgoing.writeHead(status, headers).write(half(body), () => reset(outgoing));
}

/** Ends the connection by RST, which the client's system reports as an error, in place of FIN. */
function reset(outgoing: ServerResponse): void {
  outgoing.socket?.resetAndDestroy();
}

/** The first byte goes out at once, with the headers, and the clock stops with the connection. */
function drip(outgoing: ServerResponse, { status, headers, body }: WireAnswer, every: EverySecond): void {
  outgoing.writeHead(status, headers);
  let sent = 0;
  const sendNext = () => {
    outgoing.write(body.subarray(sent, sent + 1));
    sent += 1;
    if (sent < body.length) return;
    stop();
    outgoing.end();
  };
  const stop = every(sendNext);
  outgoing.once('close', stop);
  sendNext();
}
