import { BadUserInputError } from '../domain/errors.ts';
import { type PersonKey, parsePersonKey, personKeyText } from '../domain/person.ts';
import type { Sealer } from './seal.ts';

const PURPOSE = 'id Agent';

/** The id of the person with this key. */
export function toAgentId(sealer: Sealer, key: PersonKey): string {
  return sealer.for(PURPOSE).seal(personKeyText(key));
}

/** The key that an id stands for. `argument` is named where this is no id. */
export function fromAgentId(sealer: Sealer, id: string, argument: string): PersonKey {
  const text = sealer.for(PURPOSE).open(id);
  const key = text === null ? null : parsePersonKey(text);
  if (key !== null) return key;
  throw new BadUserInputError(`${argument} must be an id that deskgraph gave out, such as that of an Agent.`);
}
