import { BadUserInputError } from '../domain/errors.ts';
import { type PersonKey, parsePersonKey, personKeyText } from '../domain/person.ts';

const TYPE = 'Agent:';

/** The id of the person with this key. */
export function toAgentId(key: PersonKey): string {
  return Buffer.from(TYPE + personKeyText(key)).toString('base64url');
}

/** The key that an id stands for. `argument` is named where this is no id. */
export function fromAgentId(id: string, argument: string): PersonKey {
  const text = Buffer.from(id, 'base64url').toString();
  const key = text.startsWith(TYPE) ? parsePersonKey(text.slice(TYPE.length)) : null;
  if (key === null || toAgentId(key) !== id) {
    throw new BadUserInputError(
      `${argument} must be an id that deskgraph gave out, such as that of an Agent.`,
    );
  }
  return key;
}
