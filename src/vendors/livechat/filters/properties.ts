import type { PropertyFilter, PropertyValues } from '../../../generated/schema.ts';
import { checkChoice, isGiven, LISTS, refuse, writeChoice } from './choice.ts';
import type { FilterKind } from './kind.ts';

/** The chat's properties, each by namespace and name. */
export const propertyFilters: FilterKind<readonly PropertyFilter[]> = {
  check(path, properties) {
    const seen = new Set<string>();
    for (const [index, property] of properties.entries()) {
      checkProperty(`${path}[${index}]`, property);
      const key = JSON.stringify([property.namespace, property.name]);
      if (seen.has(key))
        refuse(
          `${path}[${index}]`,
          'give each property only once; an earlier filter has this namespace and name',
        );
      seen.add(key);
    }
  },
  /** `Object.fromEntries` makes each key a plain one, also `__proto__`. */
  write(properties) {
    if (properties.length === 0) return null;
    const namespaces = [...Map.groupBy(properties, ({ namespace }) => namespace)];
    return Object.fromEntries(
      namespaces.map(([namespace, members]) => [
        namespace,
        Object.fromEntries(members.map((member) => [member.name, writeProperty(member)])),
      ]),
    );
  },
};

function checkProperty(path: string, property: PropertyFilter): void {
  for (const name of ['namespace', 'name'] as const)
    if (property[name] === '') refuse(`${path}.${name}`, 'it must not be empty');
  checkChoice(path, property);
  for (const name of LISTS) {
    for (const [type, values] of Object.entries(property[name] ?? {}))
      if (values?.length === 0) refuse(`${path}.${name}.${type}`, 'give at least one value');
  }
}

function writeProperty({ exists, values, excludeValues }: PropertyFilter): object {
  return writeChoice({ exists, values: valuesOf(values), excludeValues: valuesOf(excludeValues) });
}

/** The values, of whichever type they are. */
function valuesOf(values: PropertyValues | null | undefined): unknown {
  return Object.values(values ?? {}).find(isGiven);
}
