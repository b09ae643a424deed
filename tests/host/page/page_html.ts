/** The document at every address of the site. */

/** What differs from site to site, and from build to build. */
export interface PageParts {
  /** The site's own path, such as `/chat`; empty for none. */
  readonly subpath: string;
  /** Names below `/static/page/`. */
  readonly script: string;
  readonly style: string;
}

/** The document. It holds no script of its own, as the policy of the site allows none. */
export function pageHtml({ subpath, script, style }: PageParts): string {
  return `<!doctype html>
<html lang="en" data-subpath="${subpath}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Mattermost stand-in</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${subpath}/static/page/${style}" />
    <script defer src="${subpath}/static/page/${script}"></script>
  </head>
  <body class="app__body">
    <div id="root"></div>
  </body>
</html>
`;
}
