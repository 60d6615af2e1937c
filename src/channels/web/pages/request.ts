import type { Card } from '../../../approval/card.ts';
import type { Able } from '../../../approval/factors/factor.ts';
import { fateOf } from '../../../approval/fate.ts';
import { isRequester } from '../../../approval/quorum.ts';
import type { Known } from '../../../broker/broker.ts';
import { spoken } from '../../../policy/duration.ts';
import { type Html, html, type Part } from '../html.ts';
import { cardPart } from './card.ts';

/** One request: its card, and below it what may be done. */
export interface Looked {
  readonly known: Known;
  readonly card: Card;
  /** Digest of what was known when the page was made. */
  readonly seen: string;
  readonly me: string;
  readonly isAsked: boolean;
  /** Why a yes of this person cannot count. */
  readonly objection?: string;
  /** What a yes has to be proven by besides the session; undefined: nothing. */
  readonly prove?: readonly Able[];
  readonly token: string;
  /** Of the vote that is cast from this page: sent twice it is one vote. */
  readonly nonces: Readonly<Record<'approve' | 'deny', string>>;
}

export function requestPart(looked: Looked): Html {
  const { known, card } = looked;
  return html`<h1><span class="short">${card.short}</span> ${card.state}</h1>
<p class="fate">${fateOf(known.view)}</p>
${cardPart(card)}
<div id="decide">${acts(looked)}</div>`;
}

function acts(looked: Looked): Part {
  const { known, objection, isAsked, me } = looked;
  const { view } = known;
  const undecided = view.decision === 'hold' && (view.state === 'pending' || view.state === 'questioned');
  const mine = isRequester(view, me);
  return [
    undecided && objection === undefined && [approval(looked), denial(looked)],
    undecided && objection === undefined && view.state === 'pending' && question(looked),
    undecided && objection !== undefined && html`<p class="objection">you have no vote in it: ${objection}</p>`,
    view.state === 'questioned' && mine && answer(looked),
    view.state === 'granted' && (mine || isAsked) && takeBack(looked, 'revoke', 'revoke: it will not start'),
    undecided && mine && takeBack(looked, 'withdraw', 'withdraw it'),
    view.broken !== undefined && view.review === undefined && view.endedAt !== undefined && isAsked && review(looked),
  ];
}

function approval(looked: Looked): Html {
  const { card, prove, known } = looked;
  const grave = card.gravity === 'grave';
  const passkeys = prove?.some(({ kind }) => kind === 'passkey') ?? false;
  const others = prove?.filter(({ kind }) => kind === 'totp' || kind === 'passphrase') ?? [];
  const never = prove !== undefined && !passkeys && others.length === 0;
  return section(
    looked,
    'approve',
    html`approve${card.approval.standsSeconds > 0 && `, and for ${spoken(card.approval.standsSeconds)} after this`}`,
    html`<input type="hidden" name="nonce" value="${looked.nonces.approve}">
${
  grave &&
  html`<label for="code">Its code, <strong>${card.code}</strong>, to approve it</label>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="7" size="8" required>`
}
${card.approval.standingSeconds > 0 && whatStands(card, known)}
${
  others.some(({ kind }) => kind === 'totp') &&
  html`<label for="totp">The code that your authenticator shows</label>
<input id="totp" name="totp" inputmode="numeric" autocomplete="one-time-code" maxlength="7" size="8">`
}
${
  others.some(({ kind }) => kind === 'passphrase') &&
  html`<label for="passphrase">${others.length > 1 ? 'or your passphrase' : 'Your passphrase'}</label>
<input id="passphrase" name="passphrase" type="password" autocomplete="off" maxlength="1024">`
}
<label for="why-yes">A word about it (may stay empty)</label>
<input id="why-yes" name="text" maxlength="2000" autocomplete="off">
${
  never
    ? html`<p class="objection">It asks for ${card.approval.evidence}, and nothing that you enrolled can show that here: add a passkey under <a href="/account">account</a>, or answer at a terminal.</p>`
    : html`<p id="unread" class="hint" hidden>Read the whole card first.</p>
${(!passkeys || others.length > 0) && html`<button class="yes" id="approve">approve</button>`}
${
  passkeys &&
  html`<button class="yes" id="with-passkey" type="button" hidden>approve with a passkey</button>
<noscript><p class="hint">A passkey needs scripts, which this browser does not run.</p></noscript>`
}`
}`,
  );
}

const TIMES = [300, 900, 1800, 3600, 4 * 3600, 8 * 3600, 86_400];

function whatStands({ approval }: Card, { view }: Known): Html {
  const times = [...TIMES.filter((each) => each < approval.standingSeconds), approval.standingSeconds];
  return html`<input type="hidden" name="shape" value="${view.shape.digest}">
<label for="for">For how long</label>
<select id="for" name="for">
<option value="">${approval.standsSeconds > 0 ? `${spoken(approval.standsSeconds)}, as the rules say` : 'once'}</option>
${times.map((seconds) => html`<option value="${seconds}">${spoken(seconds)} from now, without asking again</option>`)}
</select>
<div class="covers"><p>Then it covers, besides:</p>${approval.covers.map((line) => html`<code>${line}</code>`)}</div>`;
}

function denial(looked: Looked): Html {
  return section(
    looked,
    'deny',
    'deny',
    html`<input type="hidden" name="nonce" value="${looked.nonces.deny}">
<label for="why-no">Why? The one who asked reads it</label>
<textarea id="why-no" name="text" rows="2" maxlength="2000" required></textarea>
<button class="no" id="deny">deny</button>`,
  );
}

function question(looked: Looked): Html {
  return section(
    looked,
    'question',
    'ask back',
    html`<label for="what">The question; the clock stands still until it is answered</label>
<textarea id="what" name="text" rows="2" maxlength="2000" required></textarea>
<button id="ask">ask</button>`,
  );
}

function answer(looked: Looked): Html {
  return section(
    looked,
    'answer',
    'answer',
    html`<label for="reply">What those who are asked should know</label>
<textarea id="reply" name="text" rows="3" maxlength="2000" required></textarea>
<button id="answer">answer</button>`,
  );
}

function takeBack(looked: Looked, how: 'withdraw' | 'revoke', words: string): Html {
  return section(
    looked,
    how,
    words,
    html`<label for="${how}-why">Why (may stay empty)</label>
<input id="${how}-why" name="text" maxlength="2000" autocomplete="off">
<button class="no" id="${how}">${how}</button>`,
  );
}

function review(looked: Looked): Html {
  return section(
    looked,
    'review',
    'it ran under break-glass: look at it afterwards',
    html`<label for="found">What you found</label>
<textarea id="found" name="text" rows="2" maxlength="2000" required></textarea>
<button name="verdict" value="justified">it was justified</button>
<button class="no" name="verdict" value="not_justified">it was not justified</button>`,
  );
}

function section({ known, seen, token }: Looked, act: string, heading: Part, inside: Part): Html {
  return html`<section class="act" aria-labelledby="${act}-title">
<h2 id="${act}-title">${heading}</h2>
<form method="post" action="/r/${known.id}/${act}" id="${act}-form">
<input type="hidden" name="token" value="${token}">
<input type="hidden" name="digest" value="${known.view.digest}">
<input type="hidden" name="seen" value="${seen}">
${inside}
</form>
</section>
`;
}
