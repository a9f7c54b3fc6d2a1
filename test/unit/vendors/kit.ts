import type fc from 'fast-check';
import { machineClock } from '../../../src/domain/clock.ts';
import type { VendorPort, VendorSession } from '../../../src/domain/ports.ts';
import { type Environment, EnvironmentReader } from '../../../src/environment.ts';
import type { VendorModule } from '../../../src/vendors/module.ts';
import type { DeskgraphOptions } from '../../e2e/deskgraph.ts';
import type { Cases } from '../../e2e/versions/case.ts';
import type { StubRequest } from './stub-vendor.ts';

/** What the shared suites test a vendor with. */
export interface VendorKit<Session extends VendorSession = VendorSession> {
  readonly module: VendorModule<unknown, Session>;
  /** The variables that point a gateway at a server under this address, with a credential that holds the secret. */
  environment(url: string, secret: string): Environment;
  /** What a server answers when it is asked for its people: one, with the address "ana@example.com". */
  readonly people: unknown;
  readonly hostile: HostileKit<Session>;
  readonly versions: VersionKit;
}

/** Servers that answer anything. */
interface HostileKit<Session extends VendorSession> {
  /** Anything, mostly near to true answers. Its texts begin with the mark, which no message may repeat. */
  answers(mark: string): fc.Arbitrary<unknown>;
  /** What a server with such an answer sends to a request; that answer where left out. */
  answerTo?(request: StubRequest, answer: unknown): unknown;
  readonly questions: readonly Question<Session>[];
}

interface Question<Session extends VendorSession> {
  /** What is asked for. */
  readonly what: string;
  ask(session: Session): Promise<unknown> | undefined;
}

/** The vendor's versions. */
interface VersionKit {
  /** The document with the table of what each version can be asked. */
  readonly document: URL;
  /** The case of each row. */
  readonly cases: Cases;
  /** Every version, in the order of the table's columns. */
  readonly known: readonly string[];
  /** The variable that chooses one; null where the server decides. */
  readonly variable: string | null;
  /** What makes a gateway, or its sandbox, speak a version. */
  setting(version: string): DeskgraphOptions;
  /** What the paths of a version's calls are like. */
  path(version: string): RegExp;
  /** Whether deskgraph itself knows what a version lacks, so that it is refused without a call. */
  readonly refusesWithoutCall: boolean;
  /** The vendor's types of which each field with arguments has a row. */
  readonly types: readonly string[];
}

/** The vendor's port to a server under this address, connected as a gateway connects it, but for the response cache. */
export function portOf<Session extends VendorSession>(
  { module, environment }: VendorKit<Session>,
  url: string,
  secret = 'secret-of-the-test',
): VendorPort<Session> {
  const reader = new EnvironmentReader(environment(url, secret));
  const config = module.readConfig(reader);
  if (config === null || reader.faults.length > 0) throw new Error(`${module.id}: ${reader.faults.join()}`);
  const now = () => Temporal.Instant.from('2026-03-18T14:20:00Z');
  return module.connect(config, { now, upstream: { clock: machineClock, cache: null, random: Math.random } });
}
