import { z } from 'zod';

/**
 * One record's figures, of which any may be absent. A record that has keys but none that is known is refused: a report
 * that is divided more deeply than documented, or whose keys were renamed, would otherwise read as zeros.
 */
export function knownFigures<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess((record, context) => {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
    const keys = Object.keys(record);
    if (keys.length > 0 && !keys.some((key) => Object.hasOwn(shape, key)))
      context.addIssue({ code: 'unrecognized_keys', keys });
    return record;
  }, z.object(shape));
}

/** The same of a record that may itself be absent or null, which is one without figures. */
export function figures<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess((record) => record ?? {}, knownFigures(shape));
}
