import type { Enrolled, PasskeyFactor } from '../../../approval/factors/factor.ts';
import { visible } from '../../../command/display.ts';
import { type Html, html } from '../html.ts';
import type { Session, SignedInBy } from '../sessions.ts';

/** What proves the votes of whoever is signed in, and how they go. */
export interface Account {
  readonly session: Session;
  readonly factors: readonly (Enrolled & { readonly kept: boolean })[];
  readonly passkeys: readonly Omit<PasskeyFactor, 'key'>[];
  /** Something of theirs must be shown before another one comes, or one goes. */
  readonly prove: { readonly passkey: boolean; readonly totp: boolean; readonly passphrase: boolean };
  /** Signing in was long ago. */
  readonly late: boolean;
}

const BY: Readonly<Record<SignedInBy, string>> = {
  link: 'a one-time link of your account',
  issuer: 'the issuer of logins',
  passkey: 'a passkey',
};

export function accountPart(account: Account): Html {
  const { session, factors, late } = account;
  return html`<h1>${session.person}</h1>
<p>Signed in by ${BY[session.by]}, ${day(session.since)}, until ${day(session.expires)}.</p>
<form method="post" action="/sign-out"><input type="hidden" name="token" value="${session.token}"><button id="sign-out">sign out</button></form>
<section aria-labelledby="proofs">
<h2 id="proofs">what proves your votes</h2>
${factors.length === 0 && html`<p>Nothing is enrolled yet.</p>`}
<ul class="factors">${factors.map((factor) => factorPart(account, factor))}</ul>
</section>
<section class="act" aria-labelledby="add-title">
<h2 id="add-title">add a passkey</h2>
${late ? html`<p>You signed in more than 15 minutes ago: <a href="/sign-in">sign in</a> anew to change what proves your votes.</p>` : adding(account)}
</section>`;
}

function adding(account: Account): Html {
  return html`<p>A passkey of this browser, phone or security key signs each vote by itself, after it asked who you are. It is good on this page alone.</p>
<form id="passkey-form" method="post" action="/account/passkey">
<input type="hidden" name="token" value="${account.session.token}">
<label for="passkey-name">What you call it</label>
<input id="passkey-name" name="name" maxlength="64" value="passkey" autocomplete="off">
${proving(account, 'add')}
<button id="add-passkey" type="button" hidden>add a passkey</button>
<noscript><p class="hint">A passkey needs scripts, which this browser does not run.</p></noscript>
</form>`;
}

/** Who has nothing needs nothing; who has something shows it. */
function proving({ prove }: Account, of: string): Html {
  return html`${prove.passkey && html`<p class="hint">One of your passkeys is asked for as well.</p>`}
${
  !prove.passkey &&
  prove.totp &&
  html`<label for="${of}-totp">The code that your authenticator shows</label>
<input id="${of}-totp" name="totp" inputmode="numeric" autocomplete="one-time-code" maxlength="7" size="8">`
}
${
  !prove.passkey &&
  prove.passphrase &&
  html`<label for="${of}-passphrase">${prove.totp ? 'or your passphrase' : 'Your passphrase'}</label>
<input id="${of}-passphrase" name="passphrase" type="password" autocomplete="off" maxlength="1024">`
}`;
}

function factorPart(account: Account, { id, factor, kept }: Enrolled & { readonly kept: boolean }): Html {
  const passkey = account.passkeys.find((each) => each.id === id);
  const words = passkey ? `${visible(passkey.name)}, added ${day(passkey.added)}, for ${passkey.origin}` : '';
  return html`<li><strong>${factor}</strong> ${id} ${words} ${!kept && html`<em>not usable: what is kept is not what was enrolled</em>`}
${
  !account.late &&
  html`<form method="post" action="/account/remove" class="remove" id="remove-${id}">
<input type="hidden" name="token" value="${account.session.token}"><input type="hidden" name="id" value="${id}">
${proving(account, id)}
<button class="no"${account.prove.passkey ? html` type="button" hidden` : ''} aria-label="take it back: ${factor} ${id}">take it back</button>
</form>`
}</li>`;
}

function day(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
