import type { VendorPort, VendorProfile, VendorSession } from '../domain/ports.ts';
import type { EnvironmentReader } from '../environment.ts';
import type { GatewayContext } from '../graphql/context.ts';
import type { VendorResolvers } from '../graphql/schema.ts';
import type { UpstreamResources } from '../upstream/upstream.ts';

/** What a vendor is connected with. */
export interface VendorResources {
  /** The present instant. */
  readonly now: () => Temporal.Instant;
  /** What the ways to all vendors share. */
  readonly upstream: UpstreamResources;
}

/** One vendor: all that the gateway knows of it by name. See CONTRIBUTING.md, "Add a vendor". */
export interface VendorModule<Config = unknown, Session extends VendorSession = VendorSession>
  extends VendorProfile {
  /** How the operator's identity file names the vendor's accounts. */
  readonly identity: {
    /** The file's field. */
    readonly field: string;
    /** Whether a word with an `@` is an e-mail address of the account; otherwise every word is a key. */
    readonly byEmail: boolean;
    /** What is wrong with a word, as the sentence goes on behind the field's name; null where nothing is. */
    faultOf(word: string): string | null;
  };
  /** What all the vendor's environment variables begin with, with the underscore. */
  readonly variablePrefix: string;
  /** The vendor's part of the environment, its faults added to the reader; null where the vendor is left out of it. */
  readConfig(reader: EnvironmentReader): Config | null;
  connect(config: Config, resources: VendorResources): VendorPort<Session>;
  /** The resolvers of the vendor's own types and fields. `sessionOf` gives null where the vendor is not configured. */
  resolvers?(sessionOf: (context: GatewayContext) => Session | null): VendorResolvers;
  /** SDL that is not in the folder `schema`. */
  readonly typeDefs?: string;
}
