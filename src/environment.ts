import { nearestTimeZone, readTimeZone } from './domain/time-zone.ts';

/** The process's environment, or a stand-in for it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Collects what is wrong with the environment, so that all of it is reported at once. A fault names the variable and
 * says what would be right; it never shows a value, which may be a secret.
 */
export class EnvironmentReader {
  readonly faults: string[] = [];
  /** The names of all variables that were asked for. */
  readonly known = new Set<string>();
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The variable's value in whatever letters, as paths may be; undefined where it is unset or blank. */
  anyText(name: string): string | undefined {
    this.known.add(name);
    return this.#environment[name]?.trim() || undefined;
  }

  /** The variable's value; undefined where it is unset or blank. */
  text(name: string): string | undefined {
    const value = this.anyText(name);
    if (value === undefined) return undefined;
    const fault = `${name} must consist of printable ASCII characters.`;
    if (!/^[\x20-\x7e]*$/.test(value) && !this.faults.includes(fault)) this.faults.push(fault);
    return value;
  }

  /** Whether any of these variables is set. */
  any(names: readonly string[]): boolean {
    const values = names.map((name) => this.text(name));
    return values.some((value) => value !== undefined);
  }

  /** The variable's value; a fault where it is unset. */
  required(name: string, purpose: string): string {
    const value = this.text(name);
    if (value === undefined) this.faults.push(`${name} is missing: ${purpose}.`);
    return value ?? '';
  }

  /** An address without a slash at its end; a fault where it is none or is unset without a fallback. */
  url(name: string, fallback?: string): string {
    const value = this.text(name) ?? fallback;
    if (value === undefined) {
      this.faults.push(`${name} is missing: the address of the server, such as https://chat.example.com.`);
      return '';
    }
    const url = URL.parse(value);
    const isPlain = url !== null && url.username + url.password + url.search + url.hash === '';
    if (!isPlain || !/^https?:$/.test(url.protocol)) {
      this.faults.push(`${name} must be an http or https address without user name, query or fragment.`);
      return '';
    }
    return withoutTrailingSlashes(url.href);
  }

  /** A whole number in a range. */
  integer(name: string, fallback: number, minimum: number, maximum: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= minimum && number <= maximum) return number;
    this.faults.push(`${name} must be a whole number from ${minimum} to ${maximum}.`);
    return fallback;
  }

  /** How often something may be called: so many times a minute, or Infinity by the word `unlimited`. */
  callsPerMinute(name: string, fallback: number): number {
    const value = this.text(name);
    if (value === undefined) return fallback;
    if (value === 'unlimited') return Number.POSITIVE_INFINITY;
    if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
    this.faults.push(`${name} must be unlimited or a whole number from 1 to 999999.`);
    return fallback;
  }

  /** One of some words. */
  oneOf<Word extends string>(name: string, words: readonly Word[], fallback: Word): Word {
    const value = this.text(name);
    if (value === undefined) return fallback;
    const word = words.find((candidate) => candidate === value);
    if (word !== undefined) return word;
    this.faults.push(`${name} must be one of ${words.join(', ')}.`);
    return fallback;
  }

  /** Some of some words, with commas between them: all of them where unset, and none by the word `none`. */
  someOf<Word extends string>(name: string, words: readonly Word[]): readonly Word[] {
    const value = this.text(name);
    if (value === undefined) return words;
    if (value === 'none') return [];
    const given = value.split(',').map((part) => part.trim());
    const known = words.filter((word) => given.includes(word));
    if (given.every((part) => known.some((word) => word === part))) return known;
    this.faults.push(`${name} must be none, or any of ${words.join(', ')} with commas between them.`);
    return words;
  }

  /** A time zone by its IANA name. */
  timeZone(name: string, fallback: string): string {
    const value = this.text(name) ?? fallback;
    const zone = readTimeZone(value);
    if (zone !== null) return zone;
    const meant = nearestTimeZone(value);
    this.faults.push(`${name} must be an IANA time zone such as ${meant ?? 'Europe/Warsaw'}.`);
    return fallback;
  }
}

function withoutTrailingSlashes(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
}
