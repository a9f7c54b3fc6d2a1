import { expect, it } from 'vitest';
import { startDeskgraph } from './deskgraph.ts';

const PAGE = 'query ($after: String) { agents(first: 5, after: $after) { pageInfo { endCursor } } }';

it('a cursor is refused without a call where a vendor of its walk is not configured any more', async () => {
  await using before = await startDeskgraph();
  const { data } = await before.ask(PAGE);
  await using after = await startDeskgraph({
    environment: { LIVECHAT_URL: undefined, LIVECHAT_ACCESS_TOKEN: undefined },
  });
  const answer = await after.ask(PAGE, { after: data.agents.pageInfo.endCursor });
  expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  expect(after.calls()).toEqual({});
});
