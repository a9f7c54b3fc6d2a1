import { normalizeEmail } from '../domain/account.ts';
import type { Claim } from '../domain/identity.ts';
import type { VendorModule } from '../vendors/module.ts';

/** What a person is described by. */
export interface Field {
  readonly name: string;
  /** The vendor whose accounts it names, one or a list of them; null where its single value names none. */
  readonly vendor: NamedVendor | null;
  /** What is wrong with a value that is text, as the sentence goes on behind the field's name. */
  faultOf(text: string): string | null;
}

/** What the file has to know of a vendor. */
export type NamedVendor = Pick<VendorModule, 'id' | 'title' | 'identity'>;

/** Every field by its name. */
export type Fields = ReadonlyMap<string, Field>;

/** The fields of a person who may have accounts at these vendors. */
export function fieldsOf(vendors: readonly NamedVendor[]): Fields {
  const fields: readonly Field[] = [
    { name: 'key', vendor: null, faultOf: faultOfKey },
    { name: 'name', vendor: null, faultOf: () => null },
    ...vendors.map((vendor) => ({
      name: vendor.identity.field,
      vendor,
      faultOf: (text: string) => faultOfAccount(text) ?? vendor.identity.faultOf(text),
    })),
  ];
  return new Map(fields.map((field) => [field.name, field]));
}

/** The names of these fields, for messages. */
export function namesOf(fields: Iterable<Field>): string {
  return Array.from(fields, ({ name }) => name).join(', ');
}

/** The claim that an operator makes with this word for an account of the vendor. */
export function claimOf({ id, identity }: NamedVendor, word: string): Claim {
  return identity.byEmail && word.includes('@')
    ? { vendor: id, by: 'email', value: normalizeEmail(word) }
    : { vendor: id, by: 'key', value: word };
}

/** The key becomes a part of ids, which travel through addresses and logs. */
function faultOfKey(text: string): string | null {
  return /^[\w.-]{1,64}$/.test(text)
    ? null
    : 'must consist of 1 to 64 letters (a to z), digits, ".", "_" or "-"';
}

function faultOfAccount(text: string): string | null {
  return /\s/.test(text) ? 'must be without white space; several accounts are given as a list' : null;
}
