import type { Imitation, Route, SandboxVendor } from './vendor.ts';

/** A vendor, and the imitation that is served below its prefix. */
export interface Mount {
  readonly vendor: Pick<SandboxVendor<object>, 'id' | 'prefix' | 'failure'>;
  readonly imitation: Imitation;
}

/** A route that fits a request, and what stands in its pattern's `:name` parts. */
export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The first route that fits; null where none does. */
export function routeFor(routes: readonly Route[], method: string, path: string): Found | null {
  for (const route of routes) {
    const params = route.method === method ? matched(route.pattern, path) : null;
    if (params !== null) return { route, params };
  }
  return null;
}

/** The values of the pattern's `:name` parts; null where the path does not fit. */
function matched(pattern: string, path: string): Record<string, string> | null {
  const expected = pattern.split('/');
  const actual = path.split('/');
  if (expected.length !== actual.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of expected.entries()) {
    const given = actual[at] as string;
    if (part.startsWith(':')) params[part.slice(1)] = unescaped(given);
    else if (part !== given) return null;
  }
  return params;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
