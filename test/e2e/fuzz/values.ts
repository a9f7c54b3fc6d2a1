import fc from 'fast-check';
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

/** A value that a client may send for an argument, right or wrong. */
export type Value =
  | { readonly kind: 'plain'; readonly literal: string; readonly json: unknown }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [name: string, value: Value])[] }
  | {
      readonly kind: 'variable';
      readonly type: string;
      readonly fallback: Value | undefined;
      readonly given: Value | undefined;
    };

const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202eabc',
  '💥',
  '../..',
  '__proto__',
  'a b@c',
  '@'.repeat(5000),
  'x'.repeat(20_000),
  'undefined',
  'UTC',
  'ana@example.com',
  '2026-03-17T00:00:00Z',
  '2026-03-17T24:61:00+99:99',
  '+999999-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '0000-01-01T00:00:00Z',
];

const ODD_NUMBERS = [0, -1, 1.5, 2 ** 31 - 1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308];

const NOTHING: Value = { kind: 'plain', literal: 'null', json: null };

const ODD: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(NOTHING),
  fc.constantFrom(...ODD_TEXTS).map(text),
  fc.string({ unit: 'binary' }).map(text),
  fc.constantFrom(...ODD_NUMBERS).map(number),
  fc.constant<Value>({ kind: 'plain', literal: '1e400', json: 0 }),
  fc.boolean().map(truth),
  fc.constant<Value>({ kind: 'plain', literal: 'NONSENSE', json: 'NONSENSE' }),
  fc.constant<Value>({ kind: 'list', items: [NOTHING] }),
  fc.constant<Value>({ kind: 'object', entries: [] }),
  fc.constant<Value>({ kind: 'object', entries: [['__proto__', NOTHING]] }),
);

/** Values of this type, and for a part of them anything else; some by way of a variable. */
export function valueFor(type: GraphQLInputType, canVary = true): fc.Arbitrary<Value> {
  const inner = isNonNullType(type) ? type.ofType : type;
  const right = rightValue(inner, canVary);
  const any = mostly(right, ODD);
  if (!canVary) return any;
  const constant = valueFor(inner, false);
  const variable = fc.record({
    kind: fc.constant('variable' as const),
    type: fc.constantFrom(...Array<string>(8).fill(String(inner)), String(type), `[${inner}]`, 'Nonsense'),
    fallback: fc.option(constant, { nil: undefined }),
    given: fc.option(fc.oneof(constant, fc.constant(NOTHING)), { nil: undefined }),
  });
  return fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: variable });
}

function rightValue(type: GraphQLInputType, canVary: boolean): fc.Arbitrary<Value> {
  if (isNonNullType(type)) return rightValue(type.ofType, canVary);
  if (isListType(type)) {
    return fc
      .array(valueFor(type.ofType, canVary), { maxLength: 3 })
      .map((items): Value => ({ kind: 'list', items }));
  }
  if (isInputObjectType(type)) return objectOf(type, canVary);
  if (isEnumType(type)) {
    return fc
      .constantFrom(...type.getValues())
      .map(({ name }): Value => ({ kind: 'plain', literal: name, json: name }));
  }
  return scalar(type.name);
}

/** Most often what the type takes: all fields that it needs and few others, or one where it takes one. */
function objectOf(type: GraphQLInputObjectType, canVary: boolean): fc.Arbitrary<Value> {
  const fields = Object.values(type.getFields());
  const needed = (field: GraphQLInputField) => isRequiredInputField(field) || type.name === 'TimeRange';
  const entryOf = (field: GraphQLInputField) =>
    valueFor(field.type, canVary).map((value) => [field.name, value] as const);
  const some = fc
    .tuple(...fields.map((field) => sometimes(entryOf(field), needed(field) ? 0.95 : 0.2)))
    .map((entries) => entries.filter((entry) => entry !== undefined));
  const one = fc.oneof(...fields.map(entryOf)).map((entry) => [entry]);
  const entries = type.isOneOf ? mostly(one, some) : some;
  return entries.map((chosen): Value => ({ kind: 'object', entries: chosen }));
}

/** A value with this probability, else nothing. */
export function sometimes<T>(arbitrary: fc.Arbitrary<T>, probability: number): fc.Arbitrary<T | undefined> {
  const given = Math.round(probability * 100);
  return fc.oneof({ weight: given, arbitrary }, { weight: 100 - given, arbitrary: fc.constant(undefined) });
}

function mostly<T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

function scalar(name: string): fc.Arbitrary<Value> {
  switch (name) {
    case 'Int':
      return fc.integer({ min: 1, max: 5 }).map(number);
    case 'Float':
      return fc.double({ noDefaultInfinity: true, noNaN: true }).map(number);
    case 'Boolean':
      return fc.boolean().map(truth);
    case 'DateTime':
      return fc
        .integer({ min: 1, max: 17 })
        .map((day) => text(`2026-03-${String(day).padStart(2, '0')}T00:00:00Z`));
    case 'TimeZone':
      return fc.constantFrom('UTC', 'Europe/Warsaw', 'america/new_york').map(text);
    default:
      return fc.oneof(fc.string(), fc.constantFrom(...ODD_TEXTS)).map(text);
  }
}

function text(value: string): Value {
  return { kind: 'plain', literal: JSON.stringify(value), json: value };
}

function number(value: number): Value {
  return { kind: 'plain', literal: String(value), json: value };
}

function truth(value: boolean): Value {
  return { kind: 'plain', literal: String(value), json: value };
}
