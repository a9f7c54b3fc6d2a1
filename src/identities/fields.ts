import type { Vendor } from '../domain/vendor.ts';

/** What a person is described by. */
export interface Field {
  readonly name: string;
  /** Whose accounts it names, one or a list of them; null where its single value names none. */
  readonly vendor: Vendor | null;
  /** What is wrong with a value that is text, as the sentence goes on behind the field's name. */
  faultOf(text: string): string | null;
}

const FIELDS: readonly Field[] = [
  { name: 'key', vendor: null, faultOf: faultOfKey },
  { name: 'name', vendor: null, faultOf: () => null },
  { name: 'rocketChat', vendor: 'ROCKET_CHAT', faultOf: faultOfAccount },
  { name: 'koreAi', vendor: 'KORE_AI', faultOf: faultOfKoreAiAccount },
  { name: 'liveChat', vendor: 'LIVECHAT', faultOf: faultOfAccount },
];

/** Every field by its name. */
export const FIELD_BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]));

/** The fields' names, for messages. */
export const FIELD_NAMES = FIELDS.map(({ name }) => name).join(', ');
export const ACCOUNT_FIELD_NAMES = FIELDS.flatMap(({ name, vendor }) => (vendor === null ? [] : name)).join(
  ', ',
);

/** The key becomes a part of ids, which travel through addresses and logs. */
function faultOfKey(text: string): string | null {
  return /^[\w.-]{1,64}$/.test(text)
    ? null
    : 'must consist of 1 to 64 letters (a to z), digits, ".", "_" or "-"';
}

function faultOfAccount(text: string): string | null {
  return /\s/.test(text) ? 'must be without white space; several accounts are given as a list' : null;
}

function faultOfKoreAiAccount(text: string): string | null {
  const isKnown = text.includes('@') ? /^[^@]+@[^@]+$/.test(text) : /^u-./.test(text);
  return faultOfAccount(text) ?? (isKnown ? null : 'must be an e-mail address or a user id (u-…)');
}
