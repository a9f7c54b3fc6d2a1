import type { Account } from '../../domain/account.ts';
import type { UpstreamError } from '../../domain/errors.ts';
import type { StatusSegment } from '../../domain/segment.ts';

/** A Kore.ai agent; `key` is the user id. */
export interface KoreAiAccount extends Account {
  readonly vendor: 'KORE_AI';
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly customId: string | null;
  /** The segment that lasts at the time of asking; null where none does; an error where the vendor contradicts itself. */
  readonly openSegment: StatusSegment | UpstreamError | null;
}
