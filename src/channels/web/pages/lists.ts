import { covers } from '../../../approval/card.ts';
import { fateOf, span } from '../../../approval/fate.ts';
import { gravityOf } from '../../../approval/gravity.ts';
import { isRequester } from '../../../approval/quorum.ts';
import type { Known, KnownStanding } from '../../../broker/broker.ts';
import { displayArgv, visible } from '../../../command/display.ts';
import { type Html, html, type Part } from '../html.ts';

/** The lists: what waits, what ended, what stands. */

/** Oldest first, so that nothing that is there changes its place when something comes. */
export function waitingPart(waiting: readonly Known[], me: string, now: number): Html {
  return html`<h1>${waiting.length === 0 ? 'nothing waits' : `${waiting.length} waiting`}</h1>
${waiting.length > 0 && html`<ul class="list" aria-label="requests">${waiting.map((each) => waits(each, me, now))}</ul>`}`;
}

export function historyPart(ended: readonly Known[], now: number): Html {
  return html`<h1>what you decided, asked and answered</h1>
${ended.length === 0 && html`<p>nothing yet</p>`}
${
  ended.length > 0 &&
  html`<ul class="list" aria-label="requests">${ended.map((known) =>
    entry(
      known,
      html`${span(now - (known.view.endedAt ?? known.view.submittedAt))} ago; ${fateOf(known.view)}`,
      'muted',
    ),
  )}</ul>`
}`;
}

export function grantsPart(standings: readonly KnownStanding[], token: string, now: number): Html {
  return html`<h1>approvals that stand for a while</h1>
${standings.length === 0 && html`<p>no approval stands</p>`}
${standings.map(({ id, view }) => {
  const short = id.slice(-8);
  return html`<section class="grant" aria-labelledby="g-${short}">
<h2 id="g-${short}">${short}: ${view.state}</h2>
<dl>
<div class="field"><dt>covers</dt><dd>${covers(view.grant).map((line) => html`<code>${line}</code>`)}</dd></div>
<div class="field"><dt>by</dt><dd><code>${view.grant.votes.map(({ voter }) => visible(voter)).join(', ')}</code></dd></div>
<div class="field"><dt>until</dt><dd><code>${new Date(view.grant.until).toISOString()}${view.open && `, ${span(view.grant.until - now)} left`}; used ${view.uses} times</code></dd></div>
</dl>
${
  view.open &&
  html`<form method="post" action="/grants/${id}/revoke" class="act">
<input type="hidden" name="token" value="${token}">
<button class="no" aria-label="revoke ${short}">revoke</button>
</form>`
}
</section>
`;
})}`;
}

function waits(known: Known, me: string, now: number): Html {
  const { view } = known;
  const left = view.deadline === undefined || view.state === 'questioned' ? '' : `, ${span(view.deadline - now)} left`;
  return entry(known, html`waits ${span(now - view.submittedAt)}${left}${yours(view, me)}`, toneOf(view));
}

function entry({ id, view }: Known, words: Part, tone: string): Html {
  return html`<li class="${tone}"><a href="/r/${id}">
<span class="short">${id.slice(-8)}</span>
<span class="words">${words}</span>
<code>${displayArgv(view.argv)}</code>
<span class="from">${visible(view.principal)}; ${visible(view.effects.join(', '))}; ${visible(view.rules.join(', '))}</span>
</a></li>
`;
}

function yours(view: Known['view'], me: string): string {
  if (view.broken) return '; run under break-glass, to be reviewed';
  if (view.state === 'granted') return '; granted, not started';
  const own = view.votes.findLast(({ voter }) => voter === me);
  const asked = view.state === 'questioned' ? `; asked back by ${visible(view.question?.by ?? '')}` : '';
  if (own) return `${asked}; you said ${own.vote}`;
  return isRequester(view, me)
    ? `${asked}; ${view.principal === me ? 'you asked for it' : 'your agent asks for it'}`
    : asked;
}

function toneOf(view: Known['view']): string {
  if (view.broken) return 'danger';
  if (view.state === 'questioned') return 'question';
  return gravityOf(view.effects, false) === 'grave' ? 'danger' : '';
}
