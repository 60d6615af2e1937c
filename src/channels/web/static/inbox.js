/*
 * The only script of the pages: live lists, keys, passkeys, and that a yes takes the whole card. Without it the pages are read and decided on as well.
 * Nothing here makes markup out of text; what is new comes from the server, finished.
 */

const page = document.body.dataset.page ?? '';
const byId = (id) => document.getElementById(id);
/** How long after a change of the page nothing is approved. */
const DEAF_MILLISECONDS = 500;
const PACE_MILLISECONDS = 250;

function say(words) {
  const news = byId('news');
  news.textContent = words;
  news.hidden = false;
}

// Live

/** The page as it is at the server now. A document is parsed by the browser without this script touching markup. */
function fetchPage() {
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest();
    asked.open('GET', location.pathname);
    asked.responseType = 'document';
    asked.onload = () =>
      asked.status === 200 && asked.response ? resolve(asked.response) : reject(new Error('refused'));
    asked.onerror = () => reject(new Error('unreachable'));
    asked.send();
  });
}

async function refresh() {
  const fresh = await fetchPage();
  if (page === 'request') return compare(fresh);
  document.title = fresh.title;
  const focused = document.activeElement?.getAttribute('href');
  byId('main').replaceChildren(...document.adoptNode(fresh.getElementById('main')).childNodes);
  if (focused)
    links()
      .find((link) => link.getAttribute('href') === focused)
      ?.focus();
}

/** A card that somebody reads is never exchanged under their eyes: they are told, and nothing can be approved from it. */
function compare(fresh) {
  if (fresh.body.dataset.seen === document.body.dataset.seen) return;
  say('This request has changed: nothing can be decided from this page. Load it again to see it as it is.');
  for (const button of document.querySelectorAll('#decide button')) button.disabled = true;
}

function live() {
  if (page !== 'list' && page !== 'request') return;
  const source = new EventSource('/changes');
  let waits = false;
  const read = () => {
    waits = false;
    refresh().catch(() => say('The service does not answer, or you are signed out: what is here may be old.'));
  };
  source.addEventListener('news', () => {
    if (waits) return;
    waits = true;
    setTimeout(read, PACE_MILLISECONDS);
  });
  addEventListener('pagehide', () => source.close());
}

// The whole card first

/** What has been on the screen, from the top of the card without a gap. Another width is another card. */
function reading() {
  const card = byId('card');
  const buttons = ['approve', 'with-passkey'].map(byId).filter(Boolean);
  if (!card || buttons.length === 0) return;
  const hint = byId('unread');
  // A page that is loaded again begins at its top, as reading does.
  history.scrollRestoration = 'manual';
  let width = innerWidth;
  let read = 0;
  let since = performance.now();
  const look = () => {
    if (innerWidth !== width) {
      width = innerWidth;
      read = 0;
      since = performance.now();
    }
    const { top, height } = card.getBoundingClientRect();
    if (document.visibilityState === 'visible' && -top <= read + 1)
      read = Math.max(read, Math.min(height, innerHeight - top));
    const whole = read >= height - 1;
    const left = since + DEAF_MILLISECONDS - performance.now();
    if (hint) hint.hidden = whole;
    const changed = !byId('news').hidden;
    for (const button of buttons) button.disabled = !whole || left > 0 || changed;
    if (left > 0) setTimeout(look, left + 1);
  };
  addEventListener('scroll', look, { passive: true });
  addEventListener('resize', look);
  document.addEventListener('visibilitychange', look);
  look();
  return { read: () => read, top: () => card.getBoundingClientRect().top + scrollY };
}

// Keys

function links() {
  return [...document.querySelectorAll('.list a, .grant button')];
}

function move(by) {
  const all = links();
  if (all.length === 0) return scrollBy(0, by * 60);
  const at = all.indexOf(document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
}

function pressed(event, card) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const { target, key } = event;
  if (target.matches('input, textarea, select')) {
    if (key === 'Escape') target.blur();
    return;
  }
  if (byId('help')?.open) return;
  const go = (path) => location.assign(path);
  const inLists = page !== 'request';
  const acts = new Map([
    ['j', () => move(1)],
    ['k', () => move(-1)],
    ['ArrowDown', inLists && (() => move(1))],
    ['ArrowUp', inLists && (() => move(-1))],
    ['a', () => approving(card)],
    ['d', () => byId('why-no')?.focus()],
    ['t', () => byId('what')?.focus()],
    ['x', takingBack],
    ['h', () => go('/history')],
    ['g', () => go('/grants')],
    ['q', () => go('/')],
    ['Escape', page !== 'list' && (() => go('/'))],
    ['?', () => byId('help')?.showModal()],
  ]);
  const act = acts.get(key);
  if (!act) return;
  event.preventDefault();
  act();
}

function takingBack() {
  const beside = document.activeElement?.closest('.grant')?.querySelector('button');
  (byId('revoke') ?? byId('withdraw') ?? beside)?.focus();
}

/** To what is not read yet; else to what is still to be given; else to the button, which wants a key of its own. */
function approving(card) {
  const buttons = ['approve', 'with-passkey'].map(byId).filter((button) => button && !button.hidden);
  if (buttons.length === 0) return;
  if (buttons.every((button) => button.disabled)) {
    if (card) scrollTo(0, Math.max(0, card.top() + card.read() - 40));
    return;
  }
  const empty = ['code', 'totp', 'passphrase'].map(byId).find((input) => input && input.value === '');
  (empty ?? buttons[0]).focus();
}

// Passkeys

const encoded = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const decoded = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

async function send(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({ error: 'the service did not answer as it should' }));
  if (!answer.ok) throw new Error(said.error);
  return said;
}

async function signed({ challenge, rp, allow }) {
  const made = await navigator.credentials.get({
    publicKey: {
      challenge: decoded(challenge),
      rpId: rp,
      allowCredentials: allow.map((id) => ({ type: 'public-key', id: decoded(id) })),
      userVerification: 'required',
      timeout: 60_000,
    },
  });
  const { authenticatorData, clientDataJSON, signature, userHandle } = made.response;
  const assertion = {
    credential: encoded(made.rawId),
    authenticator: encoded(authenticatorData),
    client: encoded(clientDataJSON),
    signature: encoded(signature),
  };
  return { assertion, person: userHandle ? new TextDecoder().decode(userHandle) : '' };
}

const fields = (form) => Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));

function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const input = form.querySelector(`input[name="${name}"]`) ?? document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = String(value);
    form.append(input);
  }
}

/** Shows the button, and does one thing at a time with it. */
function onPress(button, act) {
  if (!button || typeof PublicKeyCredential === 'undefined') return;
  button.hidden = false;
  let busy = false;
  button.addEventListener('click', async () => {
    if (busy) return;
    busy = true;
    try {
      await act();
    } catch (error) {
      say(error.name === 'NotAllowedError' ? 'The passkey was not shown: nothing was done.' : `${error.message}`);
    }
    busy = false;
  });
}

function passkeys() {
  const approve = byId('approve-form');
  onPress(byId('with-passkey'), async () => {
    if (!approve.reportValidity()) return;
    const { totp: _, passphrase: __, ...ballot } = fields(approve);
    const asked = await send(`${location.pathname}/statement`, ballot);
    fill(approve, { at: asked.at, ...(await signed(asked)).assertion });
    approve.submit();
  });
  approve?.addEventListener('submit', (event) => {
    // Enter in a field, where only a passkey would do.
    if (byId('approve') !== null) return;
    event.preventDefault();
    byId('with-passkey')?.focus();
  });

  const signIn = byId('sign-in-form');
  onPress(byId('sign-in-passkey'), async () => {
    const asked = await send('/sign-in/passkey/begin', {});
    const { assertion, person } = await signed({ ...asked, allow: [] });
    const { to } = await send('/sign-in/passkey', { nonce: asked.nonce, person, ...assertion, ...fields(signIn) });
    location.replace(to);
  });

  const add = byId('passkey-form');
  onPress(byId('add-passkey'), async () => {
    const asked = await send('/account/passkey/begin', fields(add));
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: decoded(asked.challenge),
        rp: { id: asked.rp, name: 'gate' },
        user: { id: new TextEncoder().encode(asked.person), name: asked.person, displayName: asked.person },
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: asked.has.map((id) => ({ type: 'public-key', id: decoded(id) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
        timeout: 60_000,
      },
    });
    const created = {
      credential: encoded(made.rawId),
      authenticator: encoded(made.response.getAuthenticatorData()),
      client: encoded(made.response.clientDataJSON),
      publicKey: encoded(made.response.getPublicKey()),
    };
    const wants = await send('/account/passkey', { ...fields(add), nonce: asked.nonce, created });
    if (wants.challenge !== undefined) {
      const { assertion } = await signed(wants);
      await send('/account/passkey', { ...fields(add), nonce: asked.nonce, at: wants.at, proof: assertion });
    }
    location.assign('/account');
  });

  for (const form of document.querySelectorAll('form.remove')) {
    const button = form.querySelector('button[type="button"]');
    onPress(button, async () => {
      const wants = await send('/account/remove/begin', fields(form));
      const { assertion } = await signed(wants);
      fill(form, { at: wants.at, nonce: wants.nonce, ...assertion });
      form.submit();
    });
  }
}

const card = page === 'request' ? reading() : undefined;
document.addEventListener('keydown', (event) => pressed(event, card));
passkeys();
live();
