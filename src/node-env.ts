/**
 * graphql checks every value against its own classes unless NODE_ENV is `production` when it is loaded, so this module is
 * imported before it. A NODE_ENV that is set is kept. It is set here and not in the npm script, as Windows has no
 * `NODE_ENV=… node`.
 */
process.env.NODE_ENV ??= process.env.npm_lifecycle_event === 'dev' ? 'development' : 'production';
