/** The libraries that Mattermost's webapp has loaded already and lays on `window`: a plugin uses those and brings none. */

/** Names of modules as they are imported, and of the globals that hold them. Exact names: parts of them are not there. */
export const hostExternals: Readonly<Record<string, string>> = {
  luxon: 'Luxon',
  'prop-types': 'PropTypes',
  react: 'React',
  'react-dom': 'ReactDOM',
  'react-intl': 'ReactIntl',
  'react-redux': 'ReactRedux',
  'react-router-dom': 'ReactRouterDom',
  redux: 'Redux',
};
