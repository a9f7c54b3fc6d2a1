import type { Operation } from './operation.ts';

/** What is made once for each operation and name, and forgotten with the operation. */
export function perOperation<Value>(): (operation: Operation, name: string, make: () => Value) => Value {
  const values = new WeakMap<Operation, Map<string, Value>>();
  return (operation, name, make) => {
    const named = values.get(operation) ?? new Map<string, Value>();
    values.set(operation, named);
    const value = named.get(name) ?? make();
    named.set(name, value);
    return value;
  };
}
