import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // Tests run the very modules that `npm start` runs, by Node's own loader: one graphql, not two.
    experimental: { viteModuleRunner: false },
    isolate: false,
    // One worker for each core: vitest alone would leave one core idle.
    maxWorkers: '100%',
    // A limit in milliseconds for tests that hang. No test may depend on how busy the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Semi-space in MiB. Tests make much short-lived garbage; room for it takes an eighth off the CPU time.
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'],
    reporters: ['default', './test/count-reporter.ts'],
  },
});
