import { describe, expect, it } from 'vitest';
import { type Case, playLiveChat } from './livechat.ts';
import { honest } from './livechat-vendor.ts';
import { ON_THE_WAY, REFUSALS } from './transport.ts';

const ANYWHERE: readonly Case[] = [...ON_THE_WAY, ...REFUSALS].map(({ says, reply, expectation }) => ({
  says,
  expectation,
  vendor: (body) => reply(body),
}));

describe('LiveChat, whose answers have another shape', () => {
  it.concurrent('is read whole when it is honest', async () => {
    expect(await playLiveChat({ says: '', vendor: honest, expectation: 'whole' })).toEqual([]);
  });
  it.concurrent.each(ANYWHERE)('is $expectation when it $says', async (one) => {
    expect(await playLiveChat(one)).toEqual([]);
  });
});
