import type { UpstreamAnswer } from '../../upstream/request.ts';
import type { LiveChatVersion } from './config.ts';

/** The headers that say how old a version is; the value of each is a date. */
const STAGES = [
  { header: 'deprecation', sentence: 'is deprecated and will be switched off' },
  { header: 'legacy', sentence: 'is superseded by a newer one' },
] as const;

/** What an answer says of the age of the version that gave it, as a sentence for the operator; null where nothing. */
export function lifecycleWarning(
  headers: UpstreamAnswer['headers'],
  version: LiveChatVersion,
): string | null {
  for (const { header, sentence } of STAGES) {
    const value = headers[header];
    if (typeof value !== 'string') continue;
    const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? ` (${value})` : '';
    return `Version ${version} of LiveChat's API ${sentence}${date}; set LIVECHAT_API_VERSION to 3.6.`;
  }
  return null;
}
