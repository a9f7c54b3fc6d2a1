import type { GraphQLResolveInfo } from 'graphql';
import type { UpstreamError } from '../domain/errors.ts';
import type { KnownVendor, VendorSession } from '../domain/ports.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { Loaders } from '../loaders/loaders.ts';
import type { Sealer } from './seal.ts';

/** What resolvers share during one operation. */
export interface GatewayContext {
  readonly loaders: Loaders;
  /** Makes ids and cursors, and opens them. */
  readonly sealer: Sealer;
  /** The vendors that are configured, as this operation asks them. */
  readonly sessions: ReadonlyMap<Vendor, VendorSession>;
  /** Every vendor, configured or not. */
  readonly vendors: readonly KnownVendor[];
  /** The zone of reports that name none. */
  readonly timeZone: string;
  /** The present instant. */
  now(): Temporal.Instant;
  /** Adds an error to the answer for a list that is there but lacks a vendor, which a thrown error would null. */
  report(error: UpstreamError, info: GraphQLResolveInfo): void;
}
