import type { SurveyResult } from '../../domain/chat-report.ts';
import type { FormsAnswer, SurveysAnswer } from './wire.ts';

/** The answer of 3.4, which names nothing. */
export function surveyResults({ records }: SurveysAnswer): SurveyResult[] {
  return [...records].flatMap(([groupId, surveys]) =>
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
  );
}

/** The answer from 3.5 on. */
export function formResults({ records }: FormsAnswer): SurveyResult[] {
  return records.map(({ form_id, group_id, count, fields }) => ({
    surveyId: form_id,
    groupId: group_id,
    submissions: count,
    questions: fields.map(({ field_id, label, answers }) => ({
      questionId: field_id,
      label,
      choices: answers.map((answer) => ({
        choiceId: answer.answer_id,
        label: answer.label,
        count: answer.count,
      })),
    })),
  }));
}
