import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A process of deskgraph's. */
export interface Running {
  readonly child: ChildProcess;
  /** All that it printed so far, and whether nothing can follow. */
  readonly output: { text: string; isComplete: boolean };
  /** Its exit code, once it has ended and all its output is read; null where a signal ended it. */
  readonly exitCode: Promise<number | null>;
}

/**
 * Runs a command with these variables, and with none of the machine's for vendors. The process and all that it starts are
 * a group, which is killed when the test ends.
 */
export function run(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Running {
  const child = spawn(command, parameters, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...environment },
    detached: true,
  });
  onTestFinished(() => signalGroup(child, 'SIGKILL'));
  const output = { text: '', isComplete: false };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output.text += chunk.toString();
      child.emit('printed');
    });
  }
  const exitCode = once(child, 'close').then(() => {
    output.isComplete = true;
    return child.exitCode;
  });
  return { child, output, exitCode };
}

/** Signals a process and all that it started, as a terminal does. Does nothing where all of them have ended. */
export function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** What the process prints where it matches, once it does. Rejects with all that it printed where it ends without. */
export async function printed({ child, output, exitCode }: Running, pattern: RegExp): Promise<string> {
  for (;;) {
    const [whole, group = whole] = pattern.exec(output.text) ?? [];
    if (group !== undefined) return group;
    if (output.isComplete) throw new Error(`It ended and had printed only: ${output.text}`);
    await Promise.race([once(child, 'printed'), exitCode]);
  }
}

/** The address of GraphQL, once the gateway listens. */
export function addressOf(running: Running): Promise<string> {
  return printed(running, /GraphiQL\s+(\S+)\n/);
}
