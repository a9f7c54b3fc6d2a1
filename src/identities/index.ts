import { createIdentities, type Identities, NO_IDENTITIES } from '../domain/identity.ts';
import type { EnvironmentReader } from '../environment.ts';
import { fieldsOf, type NamedVendor } from './fields.ts';
import { readText } from './file.ts';
import { parseIdentities } from './parse.ts';

/** How many faults of one file are told; more are rather another kind of file. */
const MAX_FAULTS = 100;

/** The people that the operator's file names, as far as it has no fault; none where no file is named. */
export function readIdentities(reader: EnvironmentReader, vendors: readonly NamedVendor[]): Identities {
  const file = reader.anyText('DESKGRAPH_IDENTITIES');
  if (file === undefined) return NO_IDENTITIES;
  const read = readText(file);
  if ('fault' in read) {
    reader.faults.push(`DESKGRAPH_IDENTITIES names ${file}, which ${read.fault}.`);
    return NO_IDENTITIES;
  }
  const { identities, faults } = parseIdentities(read.text, fieldsOf(vendors));
  reader.faults.push(...faults.slice(0, MAX_FAULTS).map((fault) => `${file}:${fault}`));
  const untold = faults.length - MAX_FAULTS;
  if (untold > 0) reader.faults.push(`${file} has ${untold} more faults.`);
  return createIdentities(identities);
}
