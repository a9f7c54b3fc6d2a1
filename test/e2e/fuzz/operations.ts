import fc from 'fast-check';
import { isRequiredArgument } from 'graphql';
import { selectionOf, type Target } from './targets.ts';
import { sometimes, type Value, valueFor } from './values.ts';

/** An operation as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Operations that ask for one field, each of its arguments right, wrong, a variable or left out. */
export function operationsOn({ field, way }: Target): fc.Arbitrary<Operation> {
  const given = fc.tuple(
    ...field.args.map((argument) =>
      sometimes(valueFor(argument.type), isRequiredArgument(argument) ? 0.95 : 0.4),
    ),
  );
  return given.map((values) => {
    const writer = new Writer();
    const written = values.flatMap((value, index) =>
      value === undefined ? [] : `${field.args[index]?.name}: ${writer.literal(value)}`,
    );
    const call = written.length === 0 ? field.name : `${field.name}(${written.join(', ')})`;
    const asked = way.reduceRight(
      (inner, step) => `${step} { ${inner} }`,
      `${call} ${selectionOf(field, 2)}`,
    );
    return writer.operation(asked);
  });
}

/** Writes values as GraphQL, and gathers the variables that they use. */
class Writer {
  readonly #declarations: string[] = [];
  readonly #variables: Record<string, unknown> = {};

  literal(value: Value): string {
    switch (value.kind) {
      case 'plain':
        return value.literal;
      case 'list':
        return `[${value.items.map((item) => this.literal(item)).join(', ')}]`;
      case 'object':
        return `{ ${value.entries.map(([name, entry]) => `${name}: ${this.literal(entry)}`).join(', ')} }`;
      case 'variable':
        return this.#variable(value);
    }
  }

  operation(selection: string): Operation {
    const declared = this.#declarations.length === 0 ? '' : `query (${this.#declarations.join(', ')}) `;
    return { query: `${declared}{ ${selection} }`, variables: this.#variables };
  }

  #variable({ type, fallback, given }: Extract<Value, { kind: 'variable' }>): string {
    const name = `v${this.#declarations.length}`;
    this.#declarations.push(
      `$${name}: ${type}${fallback === undefined ? '' : ` = ${this.literal(fallback)}`}`,
    );
    if (given !== undefined) this.#variables[name] = toJson(given);
    return `$${name}`;
  }
}

function toJson(value: Value): unknown {
  switch (value.kind) {
    case 'plain':
      return value.json;
    case 'list':
      return value.items.map(toJson);
    case 'object':
      return Object.fromEntries(value.entries.map(([name, entry]) => [name, toJson(entry)]));
    case 'variable':
      return value.given === undefined ? null : toJson(value.given);
  }
}
