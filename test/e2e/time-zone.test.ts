import { expect, it } from 'vitest';
import { startDeskgraph } from './deskgraph.ts';

const DAY = { from: '2026-03-16T23:00:00Z', to: '2026-03-17T23:00:00Z' };

it.each([
  [undefined, 'UTC', ['2026-03-16T00:00:00Z', '2026-03-17T00:00:00Z']],
  ['Europe/Warsaw', 'Europe/Warsaw', ['2026-03-16T23:00:00Z']],
])(
  'with DESKGRAPH_TIME_ZONE=%s a report without a zone is divided by the days of %s',
  async (set, zone, starts) => {
    await using deskgraph = await startDeskgraph({ environment: { DESKGRAPH_TIME_ZONE: set } });
    const { data, errors } = await deskgraph.ask(
      `query ($day: TimeRange!, $zone: TimeZone) {
      unset: chatReport(range: $day) { timeZone totalChats { points { startsAt } } }
      set: chatReport(range: $day, timeZone: $zone) { timeZone totalChats { points { startsAt } } }
      agents(first: 1, filter: { vendors: [LIVECHAT], text: "olsen" }) { nodes { accounts { ... on LiveChatAccount {
        performance(range: $day) { chats } again: performance(range: $day, timeZone: $zone) { chats }
        ranking(range: $day) { total } rankingAgain: ranking(range: $day, timeZone: $zone) { total }
        availability(range: $day) { points { startsAt } }
        availabilityAgain: availability(range: $day, timeZone: $zone) { points { startsAt } } } } } }
    }`,
      { day: DAY, zone },
    );
    expect(errors).toBeUndefined();
    const points = starts.map((startsAt) => ({ startsAt }));
    expect(data.unset).toEqual({ timeZone: zone, totalChats: { points } });
    expect(data.set).toEqual(data.unset);
    const [account] = data.agents.nodes[0].accounts.filter((one: object) => 'availability' in one);
    expect(account.availability).toEqual({ points });
    expect(account.availabilityAgain).toEqual(account.availability);
    expect(deskgraph.calls()).toMatchObject({
      'LIVECHAT chats/total_chats': 1,
      'LIVECHAT agents/performance': 1,
      'LIVECHAT chats/ranking': 1,
      'LIVECHAT agents/availability': 1,
    });
  },
);
