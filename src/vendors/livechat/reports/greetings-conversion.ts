import { mapOf } from '../../../upstream/response/read.ts';
import { counter, figures } from './figures.ts';
import { pointsReport } from './points-report.ts';

/** Chats, "Greetings Conversion": figures by greeting. It takes its range among the filters of greetings. */
export const greetingsConversion = pointsReport({
  field: 'greetingsConversion',
  path: 'chats/greetings_conversion',
  adapt(request) {
    const { range, filter } = request;
    if (range === null) return request;
    return { ...request, range: null, filter: { ...filter, greetings: { ...filter.greetings, range } } };
  },
  record: mapOf(figures({ displayed: counter, accepted: counter, canceled: counter, goals: counter })),
  toPoint: (record) => ({
    greetings: [...record].map(([greetingId, greeting]) => ({ greetingId, ...greeting })),
  }),
});
