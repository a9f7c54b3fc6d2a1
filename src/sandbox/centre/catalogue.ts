import type { Question, Survey } from './model.ts';

/** LiveChat's groups. */
export const GROUPS = [
  { id: 1, name: 'Orders' },
  { id: 2, name: 'Returns' },
  { id: 3, name: 'Technical help' },
  { id: 5, name: 'Billing' },
  { id: 8, name: 'Business customers' },
] as const;

/** Rocket.Chat's departments. */
export const DEPARTMENTS = [
  { id: '5f0c31a97be24d0c8a61e201', name: 'First line' },
  { id: '5f0c31a97be24d0c8a61e202', name: 'Second line' },
  { id: '60d2f7c4189ab36e55107703', name: 'Complaints' },
  { id: '62b9048e3fd1c75a90e2ac04', name: 'Partners' },
] as const;

/** What a member chose instead of a plain "Busy": every one of type BUSY. */
export const BUSY_REASONS = ['BUSY', 'BUSY', 'NBK', 'Training', 'Team meeting'] as const;

/** What a member chose instead of a plain "Away", apart from lunch: every one of type AWAY. */
export const AWAY_REASONS = ['AWAY', 'AWAY', 'Short break', 'Coffee'] as const;

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
