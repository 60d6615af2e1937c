import type { Card, Field } from '../../../approval/card.ts';
import { zonesOf } from '../../../approval/zones.ts';
import { type Html, html } from '../html.ts';

/** A card as a page has it: all of it, unfolded. */
export function cardPart(card: Card): Html {
  return html`<article id="card" aria-label="what is asked">
${zonesOf(card).map(
  ({ heading, fields }) => html`<section class="zone">
${heading !== '' && html`<h2>${heading}</h2>`}
<dl>${fields.map(field)}</dl>
</section>
`,
)}</article>`;
}

/** Each line begins at the margin, and what goes on below it is indented: nothing in a line looks like another one. */
function field({ label, lines, tone }: Field): Html {
  return html`<div class="field ${tone ?? ''}${label === 'command' ? ' command' : ''}"><dt>${label}</dt><dd>${lines.map(
    (line) => html`<code>${line}</code>`,
  )}</dd></div>
`;
}
