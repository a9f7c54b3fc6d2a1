import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // Tests run the very modules that `npm start` runs, by Node's own loader: one graphql, not two.
    experimental: { viteModuleRunner: false },
    isolate: false,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    reporters: ['default', './test/count-reporter.ts'],
  },
});
