import { type Html, html } from '../html.ts';

/** @param to the request that was opened, by its id */
export function signInPart({ issuer, to }: { readonly issuer: string | undefined; readonly to: string }): Html {
  return html`<h1>sign in</h1>
<section class="act" aria-labelledby="by-passkey">
<h2 id="by-passkey">by passkey</h2>
<form id="sign-in-form"><input type="hidden" name="to" value="${to}">
<button id="sign-in-passkey" type="button" hidden>sign in with a passkey</button></form>
<noscript><p class="hint">A passkey needs scripts, which this browser does not run.</p></noscript>
</section>
${
  issuer !== undefined &&
  html`<section class="act" aria-labelledby="by-issuer">
<h2 id="by-issuer">by your organisation</h2>
<form method="post" action="/sign-in/issuer"><input type="hidden" name="to" value="${to}">
<button id="sign-in-issuer">sign in at ${new URL(issuer).host}</button></form>
</section>`
}
<section aria-labelledby="by-link">
<h2 id="by-link">from a terminal</h2>
<p>On the machine of this gate, in a terminal of your own: <code>gate inbox --web</code>. It shows a link that is good once, for a minute.</p>
</section>`;
}

export function linkPart({
  person,
  secret,
  instead,
}: {
  readonly person: string;
  readonly secret: string;
  /** Who is signed in in this browser, when it is somebody else. */
  readonly instead?: string;
}): Html {
  return html`<h1>sign in as ${person}?</h1>
<p>The link was made at a terminal of ${person}. If you did not make it, close this page.</p>
${instead !== undefined && html`<p class="notice bad">You are signed in as ${instead}; that ends with it.</p>`}
<form method="post" action="/sign-in/link"><input type="hidden" name="once" value="${secret}">
<button id="sign-in-link" class="yes">sign in as ${person}</button></form>`;
}

/** A page that only leads on: the browser then knows that it comes from here. */
export function onwardPart(to: string, words: string): Html {
  return html`<h1>${words}</h1><p><a href="${to}">go on</a></p>`;
}
