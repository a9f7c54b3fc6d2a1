import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';

const GRAPHQL_PATHS = ['/graphql', '/graphql/'];

/** What answers come as; `text/event-stream` and `multipart/mixed` hold one answer each. */
const MEDIA_TYPES = [
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
];

/** Within 15 s a request's head must be there, and within 30 s the whole request, or the connection is closed. */
const TIMEOUTS = { headersTimeout: 15_000, requestTimeout: 30_000 };

/** The HTTP server before GraphQL: lets through to it what is for it and has a head that can be read. */
export function createHttpServer(graphql: RequestListener): Server {
  return createServer(TIMEOUTS, (request, response) => {
    const target = readTarget(request);
    if (target === null) return refuse(response, 400, 'The request target or the Host header is malformed.');
    if (target === '*') return answerPing(response);
    const [path = ''] = target.split('?');
    if (path === '/') return response.writeHead(302, { location: 'graphql', 'content-length': 0 }).end();
    if (!GRAPHQL_PATHS.includes(path))
      return refuse(response, 404, 'Nothing is here: GraphQL is at /graphql.');
    if (!isAnswerable(request)) return refuse(response, 406, `accept must allow ${MEDIA_TYPES.join(', ')}.`);
    request.url = target;
    return graphql(request, response);
  });
}

/**
 * What a request asks for: a path with its query, or `*` for the server as a whole; null where that or the host cannot be
 * read (RFC 9112, sections 3.2 and 3.3: two hosts are none). Clients of proxies send the whole address.
 */
function readTarget({ method, url = '', headersDistinct: { host = [] } }: IncomingMessage): string | null {
  if (host.length > 1 || !host.every(isHost)) return null;
  if (url === '*') return method === 'OPTIONS' ? url : null;
  if (url.startsWith('/')) return url;
  const address = URL.parse(url);
  return address !== null && /^https?:$/.test(address.protocol) ? address.pathname + address.search : null;
}

/** Whether a text is a host with or without a port, and nothing beside. */
function isHost(host: string): boolean {
  const address = /[\s/?#@\\]/.test(host) ? null : URL.parse(`http://${host}/`);
  return address !== null && address.href === `http://${address.host}/`;
}

/** Whether the client takes an answer as one of these types, or may be a browser that asks for the page. */
function isAnswerable({ method, headers }: IncomingMessage): boolean {
  const accept = headers.accept || '*/*';
  if (method === 'GET' && accept.includes('text/html')) return true;
  const ranges = accept.toLowerCase().replace(/\s/g, '').split(',');
  return ranges.some((range) => {
    const [type = '', ...parameters] = range.split(';');
    const charset = parameters.find((parameter) => parameter.startsWith('charset=')) ?? 'charset=utf-8';
    return charset === 'charset=utf-8' && MEDIA_TYPES.some((answered) => isWithin(answered, type));
  });
}

/** Whether a media type is in a range, such as `application/*` (RFC 9110, section 12.5.1). */
function isWithin(mediaType: string, range: string): boolean {
  const [type, subtype] = mediaType.split('/');
  const [askedType, askedSubtype] = range.split('/');
  return (askedType === '*' || askedType === type) && (askedSubtype === '*' || askedSubtype === subtype);
}

function answerPing(response: ServerResponse): void {
  response.writeHead(204, { allow: 'GET, POST' }).end();
}

/** Refuses in the form in which GraphQL refuses, which clients read already. */
function refuse(response: ServerResponse, status: number, message: string): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}
