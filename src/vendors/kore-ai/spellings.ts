import { normalizeEmail } from '../../domain/account.ts';
import type { AgentRow } from './wire.ts';

/** The most addresses that are remembered: those of the 10,000 agents of a large account, twice. */
const MOST_ADDRESSES = 20_000;

/** The longest address that mail knows, RFC 5321; a longer one is not worth the memory. */
const LONGEST_ADDRESS = 254;

interface Known {
  /** As Kore.ai's rows have it. */
  readonly own: string;
  /** In what spellings to ask. */
  readonly ask: readonly string[];
}

/**
 * In what spellings Kore.ai finds addresses, learnt since the process started. Kore.ai does not publish whether it compares
 * addresses case aside, so an address is asked for as it was found before, else in the spelling of Kore.ai's own rows. An
 * address that was found is asked for in the same way again, so that equal questions stay equal and memory answers them.
 */
export class Spellings {
  readonly #known = new Map<string, Known>();

  /** Takes note of the addresses of these rows. The oldest addresses give way where there are too many. */
  learn(rows: readonly AgentRow[]): void {
    for (const { email } of rows) {
      if (email === null || email.length > LONGEST_ADDRESS) continue;
      const address = normalizeEmail(email);
      const known = this.#known.get(address);
      this.#known.delete(address);
      this.#known.set(address, known?.own === email ? known : { own: email, ask: [email] });
      const [oldest] = this.#known.keys();
      if (this.#known.size > MOST_ADDRESSES && oldest !== undefined) this.#known.delete(oldest);
    }
  }

  /** The spellings in which to ask for an address, given as `normalizeEmail` has it; null where none is known. */
  of(address: string): readonly string[] | null {
    return this.#known.get(address)?.ask ?? null;
  }

  /** The address was found when it was asked for in these spellings. */
  found(address: string, spellings: readonly string[]): void {
    const known = this.#known.get(address);
    if (known !== undefined) this.#known.set(address, { ...known, ask: spellings });
  }

  /** The address was not found. */
  missed(address: string): void {
    this.#known.delete(address);
  }
}
