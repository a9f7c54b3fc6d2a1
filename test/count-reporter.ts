import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with one line that counts it, whatever the other reporters print. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) counts[test.result().state] += 1;
      counts.failed += module.errors().length;
      // A hook that fails leaves its tests skipped and itself uncounted.
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    }
    console.log(
      `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped + counts.pending} skipped`,
    );
  }
}
