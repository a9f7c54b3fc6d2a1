import type { GraphiQLOptions } from 'graphql-yoga';

/** GraphiQL displaces a tab that gets the focus, so that a click, which focuses first, is let go beside it. */
const STEADY_TABS = '<style>.graphiql-tab { transform: none !important }</style>';

/** GraphiQL adds an empty tab to those that it stored, unless a query is stored beside them: one is, once edited. */
const SAME_TABS_AGAIN = `<script>
  if (!localStorage.getItem('graphiql:query')) localStorage.removeItem('graphiql:tabState');
</script>`;

/** GraphiQL in one page, which loads nothing from elsewhere. */
export async function renderPage(options: GraphiQLOptions): Promise<string> {
  // Loaded with the first page: its 9 MB would take a quarter of every start.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL(options).replace('</head>', `${STEADY_TABS}${SAME_TABS_AGAIN}$&`);
}
