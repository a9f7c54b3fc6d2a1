import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleTabs } from '../../../src/graphql/examples.ts';
import { type Answer, type Deskgraph, NOW, startDeskgraph } from '../deskgraph.ts';

const { CHROMIUM_PATH = '/usr/bin/chromium', GRAPHIQL_SCREENSHOT, CI } = process.env;
const ARGUMENTS = [
  'no-sandbox',
  'disable-gpu',
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
];
ARGUMENTS.push('disable-component-update', 'disable-sync');

const EXAMPLES = exampleTabs(NOW).map(({ query, variables }) => ({
  title: query.match(/^query (\w+)/m)?.[1] ?? '',
  query,
  variables,
}));

const isSkipped = !existsSync(CHROMIUM_PATH) && !CI;
if (isSkipped)
  console.warn(`GraphiQL goes untested: there is no Chromium at ${CHROMIUM_PATH} (set CHROMIUM_PATH).`);

describe.skipIf(isSkipped)('GraphiQL in a browser', () => {
  const requested: string[] = [];
  const complaints: string[] = [];
  let deskgraph: Deskgraph;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    deskgraph = await startDeskgraph();
    browser = await chromium.launch({
      executablePath: CHROMIUM_PATH,
      args: ARGUMENTS.map((argument) => `--${argument}`),
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // Each wait ends with what it waits for; only the test's own limit ends one that waits in vain.
    page.setDefaultTimeout(0);
    page.on('request', (request) => requested.push(request.url()));
    page.on('websocket', (socket) => requested.push(socket.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(deskgraph.url);
    await shows('.graphiql-query-editor', 'query Team');
  });

  afterAll(async () => {
    await browser?.close();
    await deskgraph?.[Symbol.asyncDispose]();
  });

  const titles = () => page.locator('.graphiql-tab-button').allTextContents();

  async function open(title: string): Promise<void> {
    await page.getByRole('button', { name: title, exact: true }).click();
    // GraphiQL takes note of a new query after a pause; until then it would run the operation of the tab before.
    await page.waitForURL((url) => url.searchParams.get('query')?.includes(`query ${title}`) === true);
  }

  /** Runs the open tab: the variables that were sent, and the answer. */
  async function run(title: string): Promise<Answer & { readonly variables: unknown }> {
    const [response] = await Promise.all([
      page.waitForResponse((answered) => answered.request().postDataJSON()?.operationName === title),
      page.getByRole('button', { name: /^Execute query/ }).click(),
    ]);
    const { variables } = response.request().postDataJSON();
    return { ...((await response.json()) as Answer), variables };
  }

  /** The editors write their blanks as no-break spaces. */
  const shows = (selector: string, text: string) =>
    page.waitForFunction(
      `document.querySelector('${selector}')?.textContent.replaceAll('\\u00a0', ' ').includes('${text}')`,
    );

  /** Takes the README's picture, once the editors have put their scroll bars away. */
  async function portray(path: string): Promise<void> {
    await page.mouse.move(640, 790);
    await page.waitForFunction(`!document.querySelector('.graphiql-query-editor .visible.scrollbar')`);
    await page.screenshot({ path, animations: 'disabled' });
  }

  it('bears the name of the gateway', async () => {
    expect(await page.title()).toBe('deskgraph');
    expect(await page.textContent('.graphiql-logo')).toBe('deskgraph');
  });

  it('opens with the examples, each in a tab named after its query', async () => {
    expect(await titles()).toEqual(EXAMPLES.map(({ title }) => title));
  });

  it('has their text to the letter', async () => {
    const state = await page.waitForFunction(`JSON.parse(localStorage.getItem('graphiql:tabState'))`);
    expect(await state.jsonValue()).toMatchObject({ tabs: EXAMPLES });
  });

  it('opens with them again when it is loaded anew', async () => {
    await page.reload();
    await shows('.graphiql-query-editor', 'query Team');
    expect(await titles()).toEqual(EXAMPLES.map(({ title }) => title));
  });

  it('answers the first of them at one click', async () => {
    const { data, errors } = await run('Team');
    expect(errors).toBeUndefined();
    expect(data.agents.nodes).toHaveLength(10);
    await shows('.result-window', '"data": {');
    if (GRAPHIQL_SCREENSHOT) await portray(GRAPHIQL_SCREENSHOT);
  });

  it('answers the second of them once its tab is open, with its variables', async () => {
    await open('Day');
    const { data, errors, variables } = await run('Day');
    expect(variables).toEqual(JSON.parse(EXAMPLES[1]?.variables ?? ''));
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
    await shows('.result-window', '"data": {');
  });

  it('keeps no headers that were typed into it', async () => {
    await page.getByRole('button', { name: 'Headers' }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
    await page.keyboard.insertText('{ "authorization": "Bearer secret" }');
    await page.getByRole('button', { name: 'Variables' }).click();
    await open('Team');
    await page.waitForFunction(`JSON.parse(localStorage.getItem('graphiql:tabState')).activeTabIndex === 0`);
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain('secret');
  });

  it('sends nothing to any other host', () => {
    const overTheWire = requested.filter((url) => !/^(data|blob):/.test(url));
    expect(overTheWire).not.toEqual([]);
    expect([...new Set(overTheWire.map((url) => new URL(url).host))]).toEqual([new URL(deskgraph.url).host]);
  });

  it('logs no error', () => {
    expect(complaints).toEqual([]);
  });
});
