import { Client, type Dispatcher } from 'undici';

/** How far a request without an answer came. */
type Progress = 'not sent' | 'sent on a fresh connection' | 'sent on a reused connection';

/** The error codes of undici and the system for a connection that the other side has closed. */
const CLOSED: ReadonlySet<string | undefined> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** A request failed before the head of its answer; the cause is undici's own error. */
export class UnansweredError extends Error {
  readonly progress: Progress;

  constructor(progress: Progress, cause: Error) {
    super(`a request that was ${progress} was not answered`, { cause });
    this.progress = progress;
  }

  /** Whether the connection had been closed while it idled, as far as this side can know. */
  get metDeadConnection(): boolean {
    const { code } = this.cause as NodeJS.ErrnoException;
    return this.progress === 'sent on a reused connection' && CLOSED.has(code);
  }
}

/** A client with one connection that knows whether it has answered before: undici's errors do not say so. */
export class WatchedClient extends Client {
  /** Whether the present connection has answered a request. */
  #hasAnswered = false;

  constructor(origin: URL, options: Client.Options) {
    super(origin, options);
    this.on('connect', () => {
      this.#hasAnswered = false;
    });
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    let progress: Progress | 'answered' = 'not sent';
    return super.dispatch(options, {
      onRequestStart: (controller, context) => {
        progress = this.#hasAnswered ? 'sent on a reused connection' : 'sent on a fresh connection';
        handler.onRequestStart?.(controller, context);
      },
      onResponseStart: (...head) => {
        progress = 'answered';
        this.#hasAnswered = true;
        handler.onResponseStart?.(...head);
      },
      onResponseData: (...data) => handler.onResponseData?.(...data),
      onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
      onResponseError: (controller, fault) => {
        const error = progress === 'answered' ? fault : new UnansweredError(progress, fault);
        handler.onResponseError?.(controller, error);
      },
    });
  }
}
