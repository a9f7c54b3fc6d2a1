import { ListChangedError } from '../../domain/list-faults.ts';
import { afresh, type Operation } from '../../domain/operation.ts';

/**
 * Reads, and where the list changed meanwhile reads once more: with care instead of haste, and without older answers, one
 * of which may be what did not fit.
 */
export async function settled<Answer>(
  operation: Operation,
  read: (operation: Operation, pace: 'fast' | 'careful') => Promise<Answer>,
): Promise<Answer> {
  try {
    return await read(operation, 'fast');
  } catch (error) {
    if (!(error instanceof ListChangedError)) throw error;
    return read(afresh(operation), 'careful');
  }
}
