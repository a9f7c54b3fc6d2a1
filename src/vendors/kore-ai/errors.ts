import type { UpstreamError } from '../../domain/errors.ts';
import type { UpstreamAnswer } from '../../upstream/message.ts';
import { refusalByStatus } from '../../upstream/refusal.ts';

/** What a refusal of Kore.ai means; null for a success. No error body is published, so the status alone tells. */
export function refusal(answer: UpstreamAnswer, route: string): UpstreamError | null {
  return refusalByStatus('KORE_AI', answer, route);
}
