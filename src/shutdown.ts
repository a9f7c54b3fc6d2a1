import type { Server, ServerResponse } from 'node:http';

/**
 * Signals within so many milliseconds are one: a terminal signals every process of its group, and npm then passes its own
 * on to the same process.
 */
const SAME_SIGNAL_MILLISECONDS = 500;

/** How often, in milliseconds, it is looked at whether npm is still there. */
const PARENT_MILLISECONDS = 1000;

/** Stops the server on SIGINT, SIGTERM and the end of npm. Answers under way go out first; a second signal ends at once. */
export function stopWithProcess(server: Server): void {
  const unanswered = new Set<ServerResponse>();
  let stoppedAt: number | null = null;

  server.on('request', (_, response) => {
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
  });

  function stop(): void {
    const now = performance.now();
    if (stoppedAt !== null && now - stoppedAt < SAME_SIGNAL_MILLISECONDS) return;
    if (stoppedAt !== null) process.exit(1);
    stoppedAt = now;
    // A connection that is kept alive after its last answer would hold the server open.
    for (const response of unanswered) if (!response.headersSent) response.setHeader('connection', 'close');
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  }

  process.on('SIGINT', stop).on('SIGTERM', stop);
  if (process.env.npm_lifecycle_event === 'start') onceOrphaned(stop);
}

/**
 * npm passes SIGINT and SIGTERM on. When it is killed without a chance to, no event tells: this process only gets another
 * parent. On Windows the parent's id never changes, so nothing happens there.
 */
function onceOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_MILLISECONDS).unref();
}
