import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deskgraph, startDeskgraph } from '../e2e/deskgraph.ts';

let deskgraph: Deskgraph;
beforeAll(async () => {
  deskgraph = await startDeskgraph({ agents: 1 });
});
afterAll(() => deskgraph[Symbol.asyncDispose]());

const QUERY = 'query=%7Bvendors%7Bvendor%7D%7D';

/** Sends these very bytes, and gives status, body and the other lines of the head. */
async function send(...lines: readonly string[]) {
  const socket = connect(Number(new URL(deskgraph.url).port), '127.0.0.1');
  socket.end(Buffer.from(lines.join('\r\n'), 'latin1'));
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body };
}

function get(target: string, host = 'desk.example.com') {
  return send(`GET ${target} HTTP/1.1`, `Host: ${host}`, 'Connection: close', '', '');
}

function post(contentType: string | null, body: string) {
  const type = contentType === null ? [] : [`Content-Type: ${contentType}`];
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  return send('POST /graphql HTTP/1.1', 'Host: h', 'Connection: close', ...type, length, '', body);
}

function expectRefusal(
  { status, body }: Awaited<ReturnType<typeof send>>,
  expected: number,
  message: string,
) {
  const { errors } = JSON.parse(body);
  expect([status, errors.length, errors[0].extensions.code]).toEqual([expected, 1, 'BAD_USER_INPUT']);
  expect(errors[0].message).toContain(message);
  expect(body).not.toMatch(/ {4}at |node:|secret/);
}

describe('a request whose head', () => {
  it('has two Hosts is 400', async () => {
    const answer = await send(
      `GET /graphql?${QUERY} HTTP/1.1`,
      'Host: a',
      'Host: b',
      'Connection: close',
      '',
      '',
    );
    expectRefusal(answer, 400, 'Host header is malformed');
  });

  it.each(['a b', 'x:99999', 'x:y', '%zz', '[::1', 'a/b', 'user@h', 'h?x', 'h#x', 'a\\b', '', '<>'])(
    'has the damaged Host %j is 400',
    async (host) => {
      expectRefusal(await get(`/graphql?${QUERY}`, host), 400, 'Host header is malformed');
    },
  );

  it.each(['desk.example.com', 'DESK:80', 'localhost:4000', '[::1]:4000', '127.0.0.1'])(
    'has the Host %s is answered',
    async (host) => {
      expect(await get(`/graphql?${QUERY}`, host)).toMatchObject({ status: 200 });
    },
  );

  it.each(['http://[bad/graphql', 'ftp://a/graphql', '*', 'http://'])(
    'has the target %s is 400',
    async (target) => {
      expectRefusal(await get(target), 400, 'The request target');
    },
  );

  it('has a whole address for a target, as proxies send it, is answered', async () => {
    expect(await get(`http://desk.example.com/graphql?${QUERY}`)).toMatchObject({
      status: 200,
      body: expect.stringContaining('"data"'),
    });
  });

  it('is OPTIONS * is told what the server can do', async () => {
    const answer = await send('OPTIONS * HTTP/1.1', 'Host: h', 'Connection: close', '', '');
    expect(answer).toMatchObject({ status: 204, head: expect.stringContaining('allow: get, post') });
  });
});

describe('a path', () => {
  it.each([
    '/x',
    '//evil.example/graphql',
    '/x/graphql',
    '/foo?x=/graphql',
    '/graphql%',
    '/%zz',
    '/graphql/x',
  ])('that is not GraphQL’s, as %s, is 404 and says where GraphQL is', async (target) => {
    expectRefusal(await get(target), 404, 'GraphQL is at /graphql');
  });

  it('/ leads to GraphQL', async () => {
    const response = await fetch(new URL('/', deskgraph.url), { headers: { accept: 'text/html' } });
    expect([response.url, response.status]).toEqual([deskgraph.url, 200]);
  });
});

describe('a request that accepts', () => {
  const accepting = (accept: string) =>
    send(`GET /graphql?${QUERY} HTTP/1.1`, 'Host: h', 'Connection: close', `Accept: ${accept}`, '', '');

  it.each([
    'text/plain',
    'image/*',
    'json',
    'application/json; charset=latin1',
    'application/xml, text/css;q=0.1',
  ])('only %s is 406, and says which types there are', async (accept) => {
    const answer = await accepting(accept);
    for (const type of ['application/json', 'application/graphql-response+json', 'text/event-stream'])
      expectRefusal(answer, 406, type);
  });

  it.each([
    '',
    '*/*',
    'application/*',
    'Application/JSON; q=0.5',
    'text/plain, application/json;charset=utf-8',
    'application/graphql-response+json',
    'text/event-stream',
    'multipart/mixed',
  ])('%s is answered', async (accept) => {
    expect(await accepting(accept)).toMatchObject({ status: 200 });
  });

  it.each([
    ['application/json', 3],
    ['text/plain', 0],
  ])('only %s costs %i upstream calls', async (accept, count) => {
    deskgraph.calls();
    await fetch(`${deskgraph.url}?query={agents{nodes{id}}}`, { headers: { accept } });
    expect(Object.keys(deskgraph.calls())).toHaveLength(count);
  });
});

describe('a request in which GraphQL finds no query', () => {
  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/xml', null])(
    'as its type is %s is 415, and says which types there are',
    async (type) => {
      expectRefusal(await post(type, '{"query":"{vendors{vendor}}"}'), 415, 'application/json');
    },
  );

  it.each(['{"query": "secret', '', '[', 'secret', '['.repeat(90_000)])(
    'as its body is no JSON is 400, and is not repeated: %#',
    async (body) => {
      expectRefusal(await post('application/json', body), 400, 'invalid JSON');
    },
  );

  it.each([
    'null',
    '"secret"',
    '[]',
    '[{"query":"{vendors{vendor}}"}]',
    '{"query":1}',
    '{"query":"{a}","variables":"secret"}',
  ])('as its body is %s is 400', async (body) => {
    expectRefusal(await post('application/json', body), 400, '');
  });

  it.each(['variables=%7Bsecret', 'variables=%zz', 'extensions=secret'])(
    'as its parameters are no JSON is 400: %s',
    async (parameters) => {
      const message = 'variables and extensions must be JSON';
      expectRefusal(await get(`/graphql?${QUERY}&${parameters}`), 400, message);
      const form = await post('application/x-www-form-urlencoded', `${QUERY}&${parameters}`);
      expectRefusal(form, 400, message);
    },
  );

  it('as its body is too large is 413, also where it does not say so before', async () => {
    expectRefusal(await post('application/json', ' '.repeat(100_001)), 413, 'too large');
    const chunks = [(200_000).toString(16), ' '.repeat(200_000), '0', '', ''];
    const head = ['POST /graphql HTTP/1.1', 'Host: h', 'Connection: close', 'Content-Type: application/json'];
    expectRefusal(await send(...head, 'Transfer-Encoding: chunked', '', ...chunks), 413, 'too large');
  });
});

describe('a document that would cost too much to read', () => {
  it.each([
    ['nests selections', '{a'.repeat(30_000), 'must not nest brackets more than 100 deep'],
    ['nests values', `{a(b:${'['.repeat(90_000)}`, 'must not nest brackets more than 100 deep'],
    ['nests types', `query($a:${'['.repeat(90_000)}`, 'must not nest brackets more than 100 deep'],
    [
      'has a long name',
      `query ${'x'.repeat(90_000)} { vendors(a: $b) { vendor } }`,
      'at most 200 characters',
    ],
    ['has many fields', `{${'vendors{vendor}'.repeat(6000)}}`, 'at most 5000 tokens'],
    ['has many fields of one name', `{${'a '.repeat(49_000)}}`, 'at most 5000 tokens'],
  ])('is BAD_USER_INPUT: it %s', async (_, query, message) => {
    const { errors = [] } = await deskgraph.ask(query);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(message);
  });
});
