// First, as graphql looks at it while it is loaded.
import './node-env.ts';
import { stopWithProcess } from './shutdown.ts';
import { start } from './start.ts';

try {
  const { server } = await start(process.env, console);
  stopWithProcess(server);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
