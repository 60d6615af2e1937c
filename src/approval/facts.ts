import { type Action, EFFECTS, type Effect } from '../command/action.ts';
import { collapsed, displayText, quoted, visible } from '../command/display.ts';
import type { Manifest } from '../command/manifest.ts';
import type { DirectoryView } from '../policy/decision.ts';
import { ago, spoken } from '../policy/duration.ts';
import type { CardParts, Field } from './card.ts';
import type { Submitted } from './events.ts';
import { gravityOf } from './gravity.ts';
import { isOfRepository } from './materials.ts';
import { similarLine } from './similar.ts';
import type { View } from './states.ts';

/** The zone of what gate computed itself. Nothing the requester merely says is in it. */
export function factsOf(parts: CardParts): readonly Field[] {
  const { submitted } = parts;
  return [
    ...marks(parts.view),
    ...(submitted ? meaning(submitted, parts) : [field('does', ['the details were erased from the record'], 'danger')]),
    ...policy(parts),
    ...(submitted ? requester(submitted) : [field('asked by', [visible(parts.view.principal)])]),
    ...(submitted ? surroundings(submitted, parts) : []),
    ...times(parts),
    ...list(
      'before',
      parts.similar.map((each) => similarLine(each, parts.now)),
    ),
  ];
}

function marks({ broken, review, observed, standing, ended, state }: View): readonly Field[] {
  const seen = review
    ? `reviewed by ${review.by}: ${review.verdict.replace('_', ' ')}: ${review.text}`
    : 'NOT REVIEWED';
  return [
    ...(broken
      ? [
          field(
            'BREAK-GLASS',
            [visible(`run without the votes by ${broken.by}; ${seen}`)],
            review ? 'notice' : 'danger',
          ),
        ]
      : []),
    ...(observed ? [field('observed', ['the policy only observes: it ran whatever it said'], 'notice')] : []),
    ...(standing === undefined ? [] : [field('let run by', [`standing grant ${visible(standing.slice(-8))}`])]),
    ...(ended && (ended.by !== undefined || ended.reason !== state)
      ? [field('ended', [visible([ended.reason, ended.by && `by ${ended.by}`].filter(Boolean).join(' '))], 'notice')]
      : []),
  ];
}

/** As the glossary has them. */
const MEANS: Readonly<Record<Effect, string>> = {
  read: 'changes nothing',
  write: 'creates or changes',
  execute: 'runs given code, or opens a session',
  export: 'moves data out',
  secret: 'reveals a credential',
  privilege: 'changes who may do what',
  destroy: 'deletes, or overwrites beyond recovery',
  unknown: 'gate could not understand it',
};

function meaning({ actions, notes, opaque, manifest }: Submitted, { view, previews }: CardParts): readonly Field[] {
  const effects = EFFECTS.filter((effect) => view.effects.includes(effect)).toReversed();
  const grave = gravityOf(view.effects, opaque) === 'grave';
  const tone = grave ? 'danger' : undefined;
  return [
    field('does', actions.map(actionLine), tone),
    field(
      'effects',
      effects.map((effect) => `${effect}: ${MEANS[effect]}`),
      tone,
    ),
    ...(opaque ? [field('unseen', ['part of what it will do cannot be seen in what was given'], 'danger')] : []),
    ...list(
      'note',
      notes.map((note) => visible(note)),
      'notice',
    ),
    field('target', targets(manifest)),
    field('change', change(previews)),
  ];
}

function actionLine({ tool, operation, effects, resource, scope, opaque }: Action): string {
  const head = `${visible(`${tool} ${operation}`)} [${effects.join(', ')}]`;
  return [head, ...pairs(resource), ...pairs(scope), ...(opaque ? ['opaque'] : [])].join(' ');
}

function pairs(of: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(of).flatMap(([name, value]) =>
    value === undefined ? [] : [`${visible(name)}=${collapsed(value)}`],
  );
}

function targets({ target }: Manifest): readonly string[] {
  const lines = target.map((scope) => pairs(scope).join(' ')).filter((line) => line !== '');
  const named = target.some((scope) => Object.keys(scope).some((field) => field !== 'reach'));
  if (named) return lines;
  return [`no cluster, account, host or database is named${lines.length > 0 ? ` (${lines.join(', ')})` : ''}`];
}

/** Whether somebody looked, and where it stands; what they found is in another zone. */
function change(previews: CardParts['previews']): readonly string[] {
  if (previews === 'withheld') return ['what a preview finds is for those who are asked'];
  if (previews.length === 0) return ['no preview was made'];
  return previews.map(({ tool, kind }) => {
    if (kind === 'none') return `${visible(tool)}: no preview exists for this`;
    return `${visible(tool)}: ${kind === 'found' ? 'found by reading, shown below' : 'unknown; why is below'}`;
  });
}

function policy({ view, decision }: CardParts): readonly Field[] {
  const reasons = (decision?.reasons ?? []).filter((reason) => !isOfRepository(reason));
  const labels = [...(decision?.labels ?? [])];
  const owners = decision?.owners ?? [];
  return [
    field('rule', [visible(`${view.decision} by ${view.rules.join(', ')}`)]),
    ...list('why', reasons.map(visible)),
    ...list('tags', decision && decision.tags.length > 0 ? [visible(decision.tags.join(', '))] : []),
    ...list('labels', labels.length > 0 ? [visible(labels.join(', '))] : []),
    ...list('owned by', owners.length > 0 ? [visible(owners.join(', '))] : []),
  ];
}

const KNOWN = {
  claimed: 'claimed by a variable of its environment',
  os: 'known from the operating system',
  token: 'known by a token',
  oidc: 'known by what its issuer signed',
  signed: 'known by a signature',
} as const;

function requester({ principal, host, tty }: Submitted): readonly Field[] {
  const { id, kind, owner, known, harness, session } = principal;
  const what = harness === undefined ? kind : `${kind} in ${harness}`;
  return [
    field('asked by', [`${visible(id)}: ${visible(what)}, ${KNOWN[known]}`]),
    ...list('behind it', owner === undefined ? [] : [visible(owner)]),
    ...list('session', session === undefined ? [] : [quoted(session)]),
    field('host', [`${quoted(host)}${tty ? '' : ', without a terminal'}`]),
  ];
}

function runsAs({ mode, run_as, user }: Submitted): string {
  if (mode === 'host') return `${quoted(run_as ?? '')}, at the service; asked by the account ${quoted(user.name)}`;
  if (mode === 'client') return 'the account that asked, where it asked';
  return `${quoted(user.name)} (${user.uid})`;
}

function unleased({ mode }: Submitted): string {
  return mode === 'host' ? 'none: no lease' : "the caller's own, no lease";
}

/** What the command gets and reads beside its arguments: all of it is in the digest. */
function surroundings(submitted: Submitted, { decision }: CardParts): readonly Field[] {
  const { manifest, dropped } = submitted;
  const { executable, cwd, environment, inputs, stdin } = manifest;
  const { credentials: issuer, view } = decision?.duties ?? {};
  const level = environment.level === 'sealed' ? 'clean environment' : "the caller's environment, filtered";
  return [
    field('runs as', [runsAs(submitted)]),
    field('directory', [collapsed(cwd), ...(view === undefined ? [] : [VIEW_WORDS[view]])]),
    field('program', [`${quoted(executable.path)} ${visible(executable.digest)}`]),
    field('credentials', [issuer === undefined ? unleased(submitted) : `leased: ${visible(issuer)}`]),
    ...list(
      'reads',
      inputs.map(({ role, path, digest }) => `${visible(role)} ${collapsed(path)} ${visible(digest ?? 'not pinned')}`),
    ),
    field('stdin', [`${visible(stdin.kind)}${stdin.digest === null ? '' : ` ${visible(stdin.digest)}`}`]),
    field('environment', [level], 'muted'),
    ...list(
      'variable',
      Object.entries(environment.pinned).map(([name, value]) => `${quoted(name)}=${displayText(value)}`),
      'muted',
    ),
    ...list('kept away', removed([...environment.removed, ...dropped]), 'muted'),
  ];
}

const VIEW_WORDS: Readonly<Record<DirectoryView, string>> = {
  copy: 'a private copy: nothing is written back',
  'read-only': 'it can write nothing there',
};

function removed(names: readonly string[]): readonly string[] {
  return names.length > 0 ? [names.map((name) => quoted(name)).join(', ')] : [];
}

function times({ view, now }: CardParts): readonly Field[] {
  const asked = `${iso(view.submittedAt)}, ${ago(view.submittedAt, now)}`;
  const left = view.deadline === undefined ? 0 : Math.max(0, Math.ceil((view.deadline - now) / 1000));
  const again = view.repeated === 1 ? 'once more' : `${view.repeated} times more`;
  return [
    field('asked at', [asked]),
    ...(view.repeated > 0 ? [field('asked again', [`${again} while it waited`], 'notice')] : []),
    ...(view.open && view.deadline !== undefined
      ? [field(view.state === 'granted' ? 'lapses' : 'expires', [`${iso(view.deadline)}, in ${spoken(left)}`])]
      : []),
  ];
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function field(label: string, lines: readonly string[], tone?: Field['tone']): Field {
  return { label, lines, ...(tone !== undefined && { tone }) };
}

function list(label: string, lines: readonly string[], tone?: Field['tone']): readonly Field[] {
  return lines.length > 0 ? [field(label, lines, tone)] : [];
}
