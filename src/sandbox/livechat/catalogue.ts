import type { Question, Survey } from './model.ts';

/** The account's groups. */
export const GROUPS = [
  { id: 1, name: 'Orders' },
  { id: 2, name: 'Returns' },
  { id: 3, name: 'Technical help' },
  { id: 5, name: 'Billing' },
  { id: 8, name: 'Business customers' },
] as const;

/** Tags, the commonest first. */
export const TAGS = [
  ...['delivery', 'refund', 'invoice', 'password', 'upgrade', 'cancellation', 'complaint', 'bug'],
  ...['discount', 'address-change', 'warranty', 'feedback'],
] as const;

/** Visitors' countries, ISO 3166-1 alpha-2, the commonest several times. */
export const COUNTRIES = [
  ...['DE', 'DE', 'GB', 'GB', 'US', 'US', 'US', 'IN', 'IN', 'FR', 'PL', 'NG', 'BR', 'JP', 'SE', 'KE'],
] as const;

/** Greetings that a visitor may be shown. */
export const GREETING_IDS = [11, 14, 18, 23, 31] as const;
/** Goals that a visitor may reach. */
export const GOAL_IDS = [1, 2, 4] as const;
/** Sales trackers that a visitor may reach. */
export const SALE_IDS = [3, 7] as const;

const PRE_CHAT_QUESTIONS: readonly Question[] = [
  {
    questionId: '173200110001',
    label: 'What is it about?',
    choices: ['An order', 'A return', 'My account', 'Else'],
  },
  { questionId: '173200110002', label: 'Are you a customer already?', choices: ['Yes', 'No'] },
];
const POST_CHAT_QUESTIONS: readonly Question[] = [
  { questionId: '173200220001', label: 'Was your question answered?', choices: ['Yes', 'In part', 'No'] },
  { questionId: '173200220002', label: 'Would you come back?', choices: ['Surely', 'Perhaps', 'No'] },
];

/** Each of the first four groups asks its visitors before the chat; the first two also ask afterwards. */
export const SURVEYS: readonly Survey[] = [
  ...GROUPS.slice(0, 4).map((group) =>
    survey(`1732001${group.id}`, group.id, 'pre_chat', PRE_CHAT_QUESTIONS),
  ),
  ...GROUPS.slice(0, 2).map((group) =>
    survey(`1732002${group.id}`, group.id, 'post_chat', POST_CHAT_QUESTIONS),
  ),
];

function survey(surveyId: string, groupId: number, type: Survey['type'], questions: readonly Question[]) {
  return { surveyId, groupId, type, questions };
}
