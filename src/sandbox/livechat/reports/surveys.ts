import { tally } from '../figures.ts';
import type { RawObject } from '../input.ts';
import type { Survey } from '../model.ts';
import { type ChatContext, type ReportAnswer, selectChats } from './report.ts';

interface FilledSurvey {
  readonly survey: Survey;
  readonly times: number;
  /** How often each choice was made, by question; questions and choices that nobody picked are absent. */
  readonly questions: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

/** Version 3.4: group, survey and question ids lead to how often each choice was made. */
export function surveys(context: ChatContext): ReportAnswer {
  const byGroup = Map.groupBy(filledSurveys(context), ({ survey }) => survey.groupId);
  const records = [...byGroup].map(([groupId, filled]) => [
    groupId,
    Object.fromEntries(filled.map((each) => [each.survey.surveyId, surveyRecord(each)])),
  ]);
  return { records: Object.fromEntries(records) };
}

/** Versions 3.5 and later: the same as a list, with labels. */
export function forms(context: ChatContext): ReportAnswer {
  return { records: filledSurveys(context).map(formRecord) };
}

function filledSurveys(context: ChatContext): readonly FilledSurvey[] {
  const answers = selectChats(context).flatMap((chat) => chat.survey.map((answer) => ({ answer, chat })));
  const bySurvey = Map.groupBy(answers, ({ answer }) => answer.surveyId);
  return context.centre.surveys.flatMap((survey) => {
    const given = bySurvey.get(survey.surveyId) ?? [];
    if (given.length === 0) return [];
    const byQuestion = Map.groupBy(given, ({ answer }) => answer.questionId);
    const questions = [...byQuestion].map(
      ([id, some]) => [id, tally(some.map(({ answer }) => answer.choice))] as const,
    );
    return { survey, times: new Set(given.map(({ chat }) => chat)).size, questions: new Map(questions) };
  });
}

function surveyRecord({ times, questions }: FilledSurvey): RawObject {
  const answers = [...questions].map(([id, choices]) => [id, Object.fromEntries(choices)]);
  return { ...Object.fromEntries(answers), count: times };
}

function formRecord({ survey, times, questions }: FilledSurvey): RawObject {
  const fields = survey.questions.flatMap(({ questionId, label, choices }) => {
    const counts = questions.get(questionId);
    if (counts === undefined) return [];
    const answers = choices.flatMap((choice, id) => {
      const count = counts.get(id);
      return count === undefined ? [] : { answer_id: id, label: choice, count };
    });
    return { field_id: questionId, label, answers };
  });
  return { form_id: survey.surveyId, count: times, group_id: survey.groupId, fields };
}
