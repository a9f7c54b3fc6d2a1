import { UpstreamError } from '../../domain/errors.ts';

/** Figures by username. Two different ones of one user are refused: nothing says which of them holds, or whether their sum does. */
export function figuresByUsername(
  figures: readonly (readonly [username: string, figure: number])[],
): Map<string, number> {
  const byUsername = new Map<string, number>();
  for (const [username, figure] of figures) {
    if ((byUsername.get(username) ?? figure) !== figure) {
      const sentence = 'the server lists a user twice, with different figures.';
      throw new UpstreamError('ROCKET_CHAT', 'UPSTREAM_INVALID_RESPONSE', sentence);
    }
    byUsername.set(username, figure);
  }
  return byUsername;
}
