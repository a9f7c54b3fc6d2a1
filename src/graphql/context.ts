import type { GraphQLResolveInfo } from 'graphql';
import type { UpstreamError } from '../domain/errors.ts';
import type { VendorPort, Vendors } from '../domain/ports.ts';
import type { Loaders } from '../loaders/loaders.ts';
import type { VendorSessions } from '../vendors/index.ts';
import type { Sealer } from './seal.ts';

/** What resolvers share during one operation. */
export interface GatewayContext {
  readonly loaders: Loaders;
  /** What vendors' own resolvers ask. */
  readonly sessions: VendorSessions;
  /** Makes ids and cursors, and opens them. */
  readonly sealer: Sealer;
  /** The vendors that are configured. */
  readonly ports: readonly VendorPort[];
  /** What each vendor can tell, configured or not. */
  readonly capabilities: Vendors['capabilities'];
  /** The zone of reports that name none. */
  readonly timeZone: string;
  /** The present instant. */
  now(): Temporal.Instant;
  /** Adds an error to the answer for a list that is there but lacks a vendor, which a thrown error would null. */
  report(error: UpstreamError, info: GraphQLResolveInfo): void;
}
