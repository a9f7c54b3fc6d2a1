import { describe, expect, it } from 'vitest';
import { type Answer, startDeskgraph } from './deskgraph.ts';

const DAYS = { from: '2026-03-09T00:00:00Z', to: '2026-03-18T00:00:00Z' };

const AVAILABILITY = `query ($days: TimeRange!) {
  agents(first: 200) { nodes { accounts { vendor key ... on RocketChatAccount { availability(range: $days) { availableSeconds } } } } }
}`;

/** The availability of each of Rocket.Chat's users, as the gateway answered. */
function availabilities({ data }: Answer): ({ availableSeconds: number } | null)[] {
  type Account = { vendor: string; availability: { availableSeconds: number } | null };
  const accounts: Account[] = data.agents.nodes.flatMap(({ accounts }: { accounts: Account[] }) => accounts);
  return accounts.flatMap(({ vendor, availability }) => (vendor === 'ROCKET_CHAT' ? [availability] : []));
}

describe('Rocket.Chat’s quota of ten calls a minute', () => {
  it('makes the eleventh a rate limit with an honest wait, and leaves the others’ people in place', async () => {
    // How long to wait is read from the machine's clock, so the sandbox must tell the same time.
    await using deskgraph = await startDeskgraph({
      sandboxOptions: { quotas: 'real', now: Date.now },
      now: () => Temporal.Now.instant(),
    });
    const query = `{ agents(first: 200) {
      nodes { accounts { vendor } } unavailable { vendor code retryAfterSeconds } } }`;
    for (let made = 0; made < 10; made += 1) expect((await deskgraph.ask(query)).errors).toBeUndefined();
    const { data, errors = [] } = await deskgraph.ask(query);

    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'UPSTREAM_RATE_LIMITED', vendor: 'ROCKET_CHAT', retryAfterSeconds: expect.any(Number) },
    ]);
    const wait = errors[0]?.extensions?.retryAfterSeconds;
    expect(wait).toBeGreaterThanOrEqual(1);
    // The vendor tells its present in whole seconds.
    expect(wait).toBeLessThanOrEqual(61);
    expect(data.agents.unavailable).toEqual([
      { vendor: 'ROCKET_CHAT', code: 'UPSTREAM_RATE_LIMITED', retryAfterSeconds: wait },
    ]);
    const vendors = data.agents.nodes.flatMap(({ accounts }: { accounts: { vendor: string }[] }) =>
      accounts.map(({ vendor }) => vendor),
    );
    expect(new Set(vendors)).toEqual(new Set(['KORE_AI', 'LIVECHAT']));
  });
});

describe.each(['6.4', '7.0'] as const)('Rocket.Chat %s, which pages no history', (rocketChatVersion) => {
  it('tells the availability of 45 agents', async () => {
    const ofVersion = async (sandboxOptions: { rocketChatVersion?: '6.4' | '7.0' }) => {
      await using deskgraph = await startDeskgraph({ agents: 45, sandboxOptions });
      const answer = await deskgraph.ask(AVAILABILITY, { days: DAYS });
      expect(answer.errors).toBeUndefined();
      return availabilities(answer);
    };
    const told = await ofVersion({ rocketChatVersion });
    expect(told).toEqual(await ofVersion({}));
    expect(told.filter((availability) => (availability?.availableSeconds ?? 0) > 0).length).toBeGreaterThan(
      20,
    );
  });

  it('cannot tell that of more than 50, and says so in place of a short list', async () => {
    await using deskgraph = await startDeskgraph({ agents: 150, sandboxOptions: { rocketChatVersion } });
    const answer = await deskgraph.ask(AVAILABILITY, { days: DAYS });
    const told = availabilities(answer);
    expect(told.length).toBeGreaterThan(50);
    expect(new Set(told)).toEqual(new Set([null]));
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(answer.extensions?.problems?.length).toBeGreaterThan(0);
    for (const problem of answer.extensions?.problems ?? []) {
      expect(problem).toEqual({
        code: 'UPSTREAM_UNSUPPORTED',
        vendor: 'ROCKET_CHAT',
        retryAfterSeconds: null,
        message: expect.stringMatching(/lists only the first 50 of \d+ users/),
      });
    }
  });
});

describe('agentsAvailableForExtension', () => {
  const QUERY = `{ agentsAvailableForExtension(first: 5) {
    nodes { id } unavailable { vendor code message } } }`;

  it.each(['6.4', '7.13'] as const)('is there before 8.0: %s', async (rocketChatVersion) => {
    await using deskgraph = await startDeskgraph({ sandboxOptions: { rocketChatVersion } });
    const { data, errors } = await deskgraph.ask(QUERY);
    expect(errors).toBeUndefined();
    expect(data.agentsAvailableForExtension.nodes).toHaveLength(5);
  });

  it.each(['8.0', '8.8'] as const)('is what a server cannot tell any more: %s', async (rocketChatVersion) => {
    await using deskgraph = await startDeskgraph({ sandboxOptions: { rocketChatVersion } });
    const { data, errors } = await deskgraph.ask(QUERY);
    expect(data.agentsAvailableForExtension.unavailable).toEqual([
      {
        vendor: 'ROCKET_CHAT',
        code: 'UPSTREAM_UNSUPPORTED',
        message: expect.stringContaining('removed in 8.0'),
      },
    ]);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_UNSUPPORTED']);
  });
});
