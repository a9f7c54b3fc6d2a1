import { describe, expect, it } from 'vitest';
import type { Answer, Deskgraph } from '../deskgraph.ts';
import { RANGE } from './livechat-centre.ts';
import { CANARY, type Expectation, hasErrorAt, play, type Question } from './play.ts';

const SIZE = 20;
const IDS = Array.from({ length: 45 }, (_, index) => `TK${String(index).padStart(3, '0')}`);

interface Page {
  readonly [field: string]: unknown;
}

interface Case {
  readonly says: string;
  /** What the vendor makes of its honest page. */
  readonly page: (honest: Page, number: number, call: number) => unknown;
  readonly ids?: readonly string[];
  /** Whether the list is also read a few entries an operation, in which no fault between pages can be seen. */
  readonly walked?: boolean;
}

function recordsOf(ids: readonly string[]) {
  const queue = { duration: 7, group: 0, start_date: '2026-03-17T20:47:07Z' };
  return Object.fromEntries(ids.map((id) => [id, { visitor: { id: `visitor of ${id}` }, queue }]));
}

function honestPage(ids: readonly string[], number: number): Page {
  const from = (number - 1) * SIZE;
  return {
    name: 'queued-visitors-left-report',
    total: ids.length,
    summary: { total_pages: Math.ceil(ids.length / SIZE), left_without_details: 0 },
    records: recordsOf(ids.slice(from, from + SIZE)),
  };
}

function pages(total_pages: unknown) {
  return { total_pages, left_without_details: 0 };
}

/** A question whose one fact is all ids. */
function question(name: string, ids: readonly string[], read: (deskgraph: Deskgraph) => Reading): Question {
  return {
    name,
    truth: new Map([['left', ids]]),
    ask: async (deskgraph) => {
      const { answers, found } = await read(deskgraph);
      const failed = answers.some((answer) => hasErrorAt(answer, 'LIVECHAT', FIELD));
      return {
        answers,
        reading: { facts: new Map([['left', failed ? null : found]]), excuses: () => failed },
      };
    },
  };
}

type Reading = Promise<{ readonly answers: Answer[]; readonly found: readonly string[] }>;
const FIELD = ['chatReport', 'queuedVisitorsLeft'];

function ask(deskgraph: Deskgraph, args: string) {
  const range = `range: { from: "${RANGE.from}", to: "${RANGE.to}" }, timeZone: "UTC"`;
  return deskgraph.ask(`{ chatReport(${range}) { queuedVisitorsLeft(${args}) {
    nodes { chatId } pageInfo { hasNextPage endCursor } } } }`);
}

function idsIn({ data }: Answer): string[] {
  return (data?.chatReport?.queuedVisitorsLeft?.nodes ?? []).map((node: { chatId: string }) => node.chatId);
}

async function atOnce(deskgraph: Deskgraph, args: string): Reading {
  const answer = await ask(deskgraph, args);
  return { answers: [answer], found: idsIn(answer) };
}

async function aFewAtATime(deskgraph: Deskgraph): Reading {
  const answers: Answer[] = [];
  for (let after = '', more = true; more && answers.length < IDS.length; ) {
    const answer = await ask(deskgraph, `first: 15${after}`);
    answers.push(answer);
    const { pageInfo } = answer.data?.chatReport?.queuedVisitorsLeft ?? {};
    more = pageInfo?.hasNextPage ?? false;
    after = `, after: "${pageInfo?.endCursor}"`;
  }
  return { answers, found: answers.flatMap(idsIn) };
}

function playLeft({ page, ids = IDS, walked = true }: Case, expectation: Expectation): Promise<string[]> {
  return play({
    vendor: 'LIVECHAT',
    address: 'LIVECHAT_URL',
    expectation,
    maxCalls: 12,
    answer: ({ body }, call) => {
      const { page: number = 1 } = body as { readonly page?: number };
      return { body: page(honestPage(ids, number), number, call) };
    },
    questions: [
      question('from the front', ids, (deskgraph) => atOnce(deskgraph, 'first: 200')),
      question('from the back', ids, (deskgraph) => atOnce(deskgraph, 'last: 200')),
      ...(walked ? [question('a few at a time', ids, aFewAtATime)] : []),
    ],
  });
}

const without =
  (field: string): Case['page'] =>
  ({ [field]: _, ...rest }) =>
    rest;

const WHOLE: readonly Case[] = [
  { says: 'is honest', page: (honest) => honest },
  { says: 'has one page', ids: IDS.slice(0, SIZE), page: (honest) => honest },
  { says: 'has one page and one entry', ids: IDS.slice(0, SIZE + 1), page: (honest) => honest },
  { says: 'has nobody and no page', ids: [], page: (honest) => honest },
  { says: 'has nobody on its one page', ids: [], page: (honest) => ({ ...honest, summary: pages(1) }) },
  { says: 'leaves out the total', page: without('total') },
  {
    says: 'leaves out how many left without details',
    page: (honest) => ({ ...honest, summary: { total_pages: 3 } }),
  },
  {
    says: 'counts those without details apart',
    page: (honest) => ({ ...honest, summary: { total_pages: 3, left_without_details: 9 } }),
  },
  {
    says: 'counts those without details in its total',
    page: (honest) => ({ ...honest, total: 54, summary: { total_pages: 3, left_without_details: 9 } }),
  },
  {
    says: 'leaves out what is known of a visitor',
    page: (honest, number) =>
      number === 1 ? { ...honest, records: { ...(honest.records as object), TK000: {} } } : honest,
  },
];

const ERROR: readonly Case[] = [
  { says: 'gives its first page for every page', page: () => honestPage(IDS, 1) },
  {
    says: 'has an empty page',
    page: (honest, number) => (number === 2 ? { ...honest, records: {} } : honest),
  },
  {
    says: 'repeats entries of the page before',
    page: (honest, number) => {
      const from = Math.max(0, (number - 1) * SIZE - 5);
      return { ...honest, records: recordsOf(IDS.slice(from, from + SIZE)) };
    },
  },
  {
    says: 'counts fewer pages on its last',
    page: (honest, number) => (number === 3 ? { ...honest, summary: pages(2) } : honest),
  },
  {
    says: 'counts more pages on its second',
    page: (honest, number) => (number === 2 ? { ...honest, summary: pages(4) } : honest),
  },
  {
    says: 'counts fewer entries on its last page',
    page: (honest, number) => (number === 3 ? { ...honest, total: 40 } : honest),
  },
  {
    says: 'leaves entries out of a page',
    walked: false,
    page: (honest, number) =>
      number === 2 ? { ...honest, records: recordsOf(IDS.slice(SIZE, SIZE + 15)) } : honest,
  },
  { says: 'counts one page of three', page: (honest) => ({ ...honest, summary: pages(1) }) },
  { says: 'counts no pages', page: (honest) => ({ ...honest, summary: pages(0) }) },
  { says: 'counts entries and has none', page: (honest) => ({ ...honest, records: {}, summary: pages(1) }) },
  { says: 'counts two thousand million pages', page: (honest) => ({ ...honest, summary: pages(2e9) }) },
  ...[-1, 1.5, '3', null, [3]].map((count) => ({
    says: `counts ${JSON.stringify(count)} pages`,
    page: (honest: Page) => ({ ...honest, summary: pages(count) }),
  })),
  { says: 'has no summary', page: without('summary') },
  { says: 'has no records', page: without('records') },
  { says: 'has null for its records', page: (honest) => ({ ...honest, records: null }) },
  {
    says: 'has null for an entry',
    page: (honest) => ({ ...honest, records: { ...(honest.records as object), TK000: null } }),
  },
  {
    says: 'has entries of keys that nobody knows',
    page: (honest) => ({ ...honest, records: { [CANARY]: { caller: CANARY } } }),
  },
  ...[-7, 'long', [7]].map((duration) => ({
    says: `says that a visitor waited ${JSON.stringify(duration)}`,
    page: (honest: Page) => ({ ...honest, records: { TK000: { queue: { duration } } } }),
  })),
];

describe('LiveChat, whose pages of those who left the queue are not as they should be', () => {
  it.concurrent.each(WHOLE)('is read whole when it $says', async (one) => {
    expect(await playLeft(one, 'whole')).toEqual([]);
  });
  it.concurrent.each(ERROR)('is an error when it $says', async (one) => {
    expect(await playLeft(one, 'error')).toEqual([]);
  });
});
