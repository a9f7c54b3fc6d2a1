import { z } from 'zod';
import type { Distribution, ReportPoint } from '../../../generated/schema.ts';
import { mapOf } from '../../../upstream/response/read.ts';
import { total } from './figures.ts';
import { points } from './points.ts';
import { type Report, report } from './report.ts';

const EVERY_DISTRIBUTION: readonly Distribution[] = ['HOUR', 'DAY', 'DAY_HOURS', 'MONTH', 'YEAR'];

/** A report of the chats section that is divided over its range: a total, and a record for each part. */
interface PointsDeclaration<Item extends z.ZodType, Figures>
  extends Pick<Report<unknown>, 'field' | 'path' | 'since' | 'adapt'> {
  /** What the answer has for each part. */
  readonly record: Item;
  toPoint(record: z.output<Item>): Figures;
}

/** LiveChat's own total, null where it gives none, and the parts of the range in order. */
interface PointsReport<Figures> {
  readonly total: number | null;
  readonly points: readonly (ReportPoint & Figures)[];
}

export function pointsReport<Item extends z.ZodType, Figures extends object>({
  record,
  toPoint,
  ...declaration
}: PointsDeclaration<Item, Figures>) {
  return report({
    ...declaration,
    divided: EVERY_DISTRIBUTION,
    answer: z.object({ total, records: mapOf(record) }),
    toReport: (answer, request): PointsReport<Figures> => ({
      total: answer.total,
      points: points(answer.records, request, toPoint),
    }),
  });
}
