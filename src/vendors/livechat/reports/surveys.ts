import { z } from 'zod';
import { mapOf } from '../../../upstream/response/read.ts';
import { count, counter, id, text } from './figures.ts';
import type { FieldValue } from './report.ts';
import { report } from './report.ts';

/** Chats, "Surveys", of 3.4, which names nothing: group, survey, answer, index. */
const surveysOf34 = report({
  field: 'surveys',
  path: 'chats/surveys',
  divided: [],
  answer: z.object({
    records: mapOf(
      mapOf(z.preprocess(countApart, z.object({ count: counter, answers: mapOf(mapOf(count)) }))),
    ),
  }),
  toReport: ({ records }): FieldValue<'surveys'> =>
    [...records].flatMap(([groupId, surveys]) =>
      [...surveys].map(([surveyId, { count, answers }]) => ({
        surveyId,
        groupId,
        submissions: count,
        questions: [...answers].map(([questionId, choices]) => ({
          questionId,
          label: null,
          choices: [...choices].map(([choiceId, times]) => ({ choiceId, label: null, count: times })),
        })),
      })),
    ),
});

/** `count` stands among the answers' ids. */
function countApart(survey: unknown): unknown {
  if (typeof survey !== 'object' || survey === null || Array.isArray(survey)) return survey;
  const { count: submissions, ...answers } = survey as { readonly count?: unknown };
  return { count: submissions, answers };
}

const formAnswer = z.object({ answer_id: id, label: text, count: counter });
const formField = z.object({ field_id: id, label: text, answers: listOf(formAnswer) });

/** Chats, "Forms", which was "Surveys". */
export const surveys = report({
  field: 'surveys',
  path: 'chats/forms',
  since: '3.5',
  earlier: surveysOf34,
  divided: [],
  answer: z.object({
    records: z.array(z.object({ form_id: id, group_id: id, count: counter, fields: listOf(formField) })),
  }),
  toReport: ({ records }): FieldValue<'surveys'> =>
    records.map(({ form_id, group_id, count, fields }) => ({
      surveyId: form_id,
      groupId: group_id,
      submissions: count,
      questions: fields.map(({ field_id, label, answers }) => ({
        questionId: field_id,
        label,
        choices: answers.map(({ answer_id, ...choice }) => ({ choiceId: answer_id, ...choice })),
      })),
    })),
});

/** A list that is left out where it is empty. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).prefault([]);
}
