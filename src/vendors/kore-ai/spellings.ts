import { normalizeEmail } from '../../domain/account.ts';
import type { AgentRow } from './wire.ts';

/** The most addresses that are remembered: those of the 10,000 agents of a large account, twice. */
const MOST_ADDRESSES = 20_000;

/** The longest address that mail knows, RFC 5321; a longer one is not worth the memory. */
const LONGEST_ADDRESS = 254;

/**
 * How Kore.ai itself spells addresses, as its rows have shown since the process started. Kore.ai does not publish whether
 * it compares addresses case aside, so its own spelling is the safe one to ask in.
 */
export class Spellings {
  readonly #own = new Map<string, string>();

  /** Takes note of the addresses of these rows. The oldest addresses give way where there are too many. */
  learn(rows: readonly AgentRow[]): void {
    for (const { email } of rows) {
      if (email === null || email.length > LONGEST_ADDRESS) continue;
      const address = normalizeEmail(email);
      this.#own.delete(address);
      this.#own.set(address, email);
      for (const oldest of this.#own.keys()) {
        if (this.#own.size <= MOST_ADDRESSES) break;
        this.#own.delete(oldest);
      }
    }
  }

  /** Kore.ai's own spelling of the address where it is known, else the given one. */
  of(email: string): string {
    return this.#own.get(normalizeEmail(email)) ?? email;
  }

  /** Forgets the spelling of an address that found no agent. */
  forget(email: string): void {
    this.#own.delete(normalizeEmail(email));
  }
}
