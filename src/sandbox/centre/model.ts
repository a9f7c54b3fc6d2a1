import type { Streams } from './random.ts';
import type { Shift } from './schedule.ts';

/**
 * What happens in the sandbox's made-up contact centre: people and their working time, and nothing that only one
 * vendor would know. Accounts and chats belong to the vendors. Instants are epoch milliseconds.
 */

/** One member of staff. Each vendor decides which members have an account with it. */
export interface Member {
  readonly index: number;
  /**
   * 0 to 59, in a random order, each once among every sixty members. Vendors choose their members by it, so that every
   * combination of vendors has an exact share of the staff.
   */
  readonly place: number;
  readonly firstName: string;
  readonly lastName: string;
  /** The part of the e-mail address before the @, unique in the centre. */
  readonly mailbox: string;
  /** The member's main e-mail address, in lower case. */
  readonly address: string;
}

export type Status = 'AVAILABLE' | 'BUSY' | 'AWAY';

/** A stretch of time in one status. A shift is an unbroken run of spans; between shifts the member is offline. */
export interface StatusSpan {
  readonly member: number;
  readonly status: Status;
  /** The status name that the member chose: equal to `status`, or a custom one such as "Lunch". */
  readonly reason: string;
  readonly from: number;
  /** Null while it lasts. */
  readonly to: number | null;
}

/** One visitor's chat, as far as it has nothing to do with the vendor. */
export interface Chat {
  /** When the visitor's chat was created (it may then wait in the queue). */
  readonly createdAt: number;
  /** When a member took it; null for one that no member took. */
  readonly assignedAt: number | null;
  /** Null while it is going on. */
  readonly closedAt: number | null;
  /** The member who serves it; null for one that no member took. */
  readonly member: number | null;
  /** Seconds from the visitor's first message to the member's first answer; null where none was given. */
  readonly firstResponseSeconds: number | null;
  /** Mean seconds to answer over the chat's messages; null where none was given. */
  readonly averageResponseSeconds: number | null;
  /** Seconds from assignment to the first reply; null where none was given. */
  readonly reactionSeconds: number | null;
  /** Messages that are neither the visitor's nor the system's. */
  readonly messages: number;
  /** Whether the visitor waits for an answer now. */
  readonly waitingForResponse: boolean;
}

/** The whole centre. Everything is a pure function of the seed and the instants asked for, worked out on demand. */
export interface Centre {
  readonly members: readonly Member[];
  /** The present instant, as the sandbox's clock tells it. */
  now(): number;
  /** The first instant at which anything happened. */
  readonly openedAt: number;
  /** Spans of these members (all where left out) that overlap `from <= t < to`, oldest first, up to now. */
  statusSpans(from: number, to: number, members?: readonly number[]): readonly StatusSpan[];
  /** The shift that a member begins on a UTC day, planned to its end; null where there is none. */
  shiftBegunOn(day: number, member: number): Shift | null;
  /** Random streams of one owner alone: what others draw changes nothing in them. */
  streams(owner: string): Streams;
}
