/**
 * What `npm run dev` runs: the gateway, and the generator of the SDL's types. Each starts again when its files change: the
 * generator with `schema/`, the gateway with both. Ctrl-C ends them together.
 */
import { spawn } from 'node:child_process';

const watch = (folders: readonly string[], ...script: readonly string[]) =>
  spawn(process.execPath, [...folders.map((folder) => `--watch-path=${folder}`), ...script], {
    stdio: 'inherit',
  });

const children = [
  watch(['schema'], 'node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.yml'),
  watch(['schema', 'src'], '--disable-warning=ExperimentalWarning', 'src/main.ts'),
];
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
