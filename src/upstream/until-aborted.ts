/** The promise's outcome, or the error as soon as the signal aborts, whatever becomes of the promise then. */
export function untilAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
  error: () => Error,
): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(error());
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener('abort', abort));
}
