import { type Html, html, type Part } from '../html.ts';
import type { Session } from '../sessions.ts';
import { SCRIPT_PATH, STYLE_PATH } from '../static.ts';

/** What every page has around its own part. */
export interface Page {
  readonly title: string;
  /** Absent: nobody is signed in. */
  readonly session?: Session;
  /** Which of the pages above it is. */
  readonly here?: 'list' | 'history' | 'grants' | 'account';
  readonly main: Part;
  /** For the script: what the page is about and what of it was read. */
  readonly data?: Readonly<Record<'page' | 'seen', string>>;
  /** Where the page leads by itself, at once. */
  readonly onward?: string;
}

const PLACES = [
  ['list', '/', 'waiting'],
  ['history', '/history', 'history'],
  ['grants', '/grants', 'grants'],
  ['account', '/account', 'account'],
] as const;

export function layout({ title, session, here, main, data, onward }: Page): Html {
  const notice = session?.notice;
  if (session !== undefined) delete session.notice;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - gate</title>
${onward !== undefined && html`<meta http-equiv="refresh" content="0;url=${onward}">`}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE_PATH}">
<script src="${SCRIPT_PATH}" defer></script>
</head>
<body data-page="${data?.page ?? ''}" data-seen="${data?.seen ?? ''}">
<a class="skip" href="#main">to the content</a>
<header>
<p class="name"><a href="/">gate</a></p>
${
  session !== undefined &&
  html`<nav aria-label="pages"><ul>${PLACES.map(
    ([place, path, words]) =>
      html`<li><a href="${path}"${place === here ? html` aria-current="page"` : ''}>${words}</a></li>`,
  )}</ul></nav>
<p class="who">you are <strong>${session.person}</strong></p>`
}
</header>
<main id="main" tabindex="-1">
${notice && html`<p class="notice ${notice.tone}" role="status">${notice.text}</p>`}
<p class="notice bad" id="news" role="status" hidden></p>
${main}
</main>
${session !== undefined && keys()}
</body>
</html>
`;
}

function keys(): Html {
  const rows = [
    ['j k', 'the next and the one before, in a list; down and up in a card'],
    ['Enter', 'open it'],
    ['a', 'approve'],
    ['d', 'deny, with a reason'],
    ['t', 'tell me more: ask back'],
    ['x', 'revoke'],
    ['h g', 'history, grants'],
    ['q Escape', 'back to the list'],
    ['?', 'this'],
  ];
  return html`<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">keys</h2>
<dl>${rows.map(([key, words]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${words}</dd></div>`)}</dl>
<form method="dialog"><button>close</button></form>
</dialog>`;
}
