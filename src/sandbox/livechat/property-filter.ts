import { join, readObject, type Scalar, type ScalarKind } from './input.ts';
import type { Chat } from './model.ts';
import { readValueFilter } from './value-filter.ts';

interface Property {
  readonly kind: ScalarKind;
  of(chat: Chat): readonly Scalar[];
}

const SCORE = { good: 1, bad: 0 } as const;

/** The properties that the centre's chats have, by namespace and name. */
const PROPERTIES: Readonly<Record<string, Property>> = {
  'routing.continuous': { kind: 'boolean', of: (chat) => [chat.continuous] },
  'rating.score': { kind: 'integer', of: (chat) => (chat.rating === null ? [] : [SCORE[chat.rating]]) },
};

// An account may define any property, so an unknown one is one that no chat has, not an error.
const ABSENT: Property = { kind: 'any', of: () => [] };

/** The conditions that `filters.properties` spells. */
export function readPropertyFilters(raw: unknown, path: string): readonly ((chat: Chat) => boolean)[] {
  return Object.entries(readObject(raw, path)).flatMap(([namespace, names]) => {
    const below = join(path, namespace);
    return Object.entries(readObject(names, below)).map(([name, filter]) => {
      const key = `${namespace}.${name}`;
      const property = (Object.hasOwn(PROPERTIES, key) ? PROPERTIES[key] : undefined) ?? ABSENT;
      const rules = { kind: property.kind, exists: true, requireEvery: false };
      const passes = readValueFilter(filter, join(below, name), rules);
      return (chat: Chat) => passes(property.of(chat));
    });
  });
}
