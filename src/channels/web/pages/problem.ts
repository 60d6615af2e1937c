import { type Html, html } from '../html.ts';

export function problemPart(heading: string, words: string): Html {
  return html`<h1>${heading}</h1>
<p>${words}</p>
<p><a href="/">what waits</a></p>`;
}
