import type { SegmentSource, VendorPort } from '../../domain/ports.ts';

/** What Kore.ai gives: people and segments, nothing else. */
export interface KoreAiPort extends VendorPort {
  readonly vendor: 'KORE_AI';
  readonly segments: SegmentSource;
}
