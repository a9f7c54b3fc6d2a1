import { z } from 'zod';

/*
 * LiveChat leaves figures out where there was nothing: a counter that is absent is 0, a measure that is absent is not
 * known, and a record without keys has no figures. Null is none of these. Read as one of them, it would turn a fault of the
 * server into figures, so a counter or a record that is null is refused. A measure that is null says itself that it is
 * not known. No figure is negative.
 */

/** How many, of something that is named. */
export const count = z.int32().nonnegative();

/** How many, left out where there are none. */
export const counter = count.default(0);

/** How many a report counts in all; null where it does not say. */
export const total = count.nullable().default(null);

/** A measured number, mostly the mean of seconds; null where it is not known. */
export const measure = z.number().nonnegative().nullable().default(null);

/** Whole seconds; null where they are not known. */
export const wholeSeconds = measure
  .transform((seconds) => (seconds === null ? null : Math.round(seconds)))
  .pipe(count.nullable());

/** By how much a computed score may miss its bounds: scores come out of roots and quotients of binary fractions. */
const ROUNDING = 1e-9;

/** A share of 1; null where it is not known. */
export const share = z
  .number()
  .min(-ROUNDING)
  .max(1 + ROUNDING)
  .nullable()
  .default(null);

/**
 * One record's figures, of which any may be absent. A record that has keys but none that is known is refused: a report
 * that is divided more deeply than documented, or whose keys were renamed, would otherwise read as zeros.
 */
export function figures<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.preprocess((record, context) => {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
    const keys = Object.keys(record);
    if (keys.length > 0 && !keys.some((key) => Object.hasOwn(shape, key)))
      context.addIssue({ code: 'unrecognized_keys', keys });
    return record;
  }, z.object(shape));
}

/** The same of a record that is left out where it has no figures. */
export function figuresIfAny<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return figures(shape).prefault({});
}

/** A text; null where there is none. */
export const text = z
  .string()
  .nullish()
  .transform((word) => word || null);

/** An id. One that is no safe integer has already lost digits. */
export const id = z.union([z.string().min(1), z.int()]).transform(String);

/** An instant; null where it is not known. */
export const instant = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((time) => (time ? Temporal.Instant.from(time) : null));
