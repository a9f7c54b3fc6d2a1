import { afterEach, describe, expect, it, vi } from 'vitest';

const MODULE = new URL('../../src/node-env.ts', import.meta.url);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('NODE_ENV', () => {
  it.each([
    ['start', undefined, 'production'],
    [undefined, undefined, 'production'],
    ['dev', undefined, 'development'],
    ['start', 'test', 'test'],
    ['dev', 'production', 'production'],
  ])('under the npm script %s, and set to %s, is %s', async (script, value, expected) => {
    vi.stubEnv('npm_lifecycle_event', script);
    vi.stubEnv('NODE_ENV', value);
    // Another query each time makes it a module that was not loaded yet.
    await import(`${MODULE}?${script}-${value}`);
    expect(process.env.NODE_ENV).toBe(expected);
  });
});
