import { BadUserInputError } from '../domain/errors.ts';
import { type PersonKey, parsePersonKey, personKeyText } from '../domain/person.ts';
import { seal, unseal } from './seal.ts';

const TYPE = 'Agent';

/** The id of the person with this key. */
export function toAgentId(key: PersonKey): string {
  return seal(TYPE, personKeyText(key));
}

/** The key that an id stands for. `argument` is named where this is no id. */
export function fromAgentId(id: string, argument: string): PersonKey {
  const text = unseal(TYPE, id);
  const key = text === null ? null : parsePersonKey(text);
  if (key !== null) return key;
  throw new BadUserInputError(`${argument} must be an id that deskgraph gave out, such as that of an Agent.`);
}
