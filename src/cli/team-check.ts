import type { Directory } from '../approval/directory.ts';
import { PERSON, type People } from '../approval/people.ts';
import { eligible } from '../approval/quorum.ts';
import { missingWords, named, remedyFor } from '../approval/remedy.ts';
import { type Asking, askable, type Refused, type Staffed, staffed } from '../approval/staffing.ts';
import { visible } from '../command/display.ts';
import { accountsHere } from '../platform/accounts.ts';
import { canAsk } from '../policy/duties.ts';
import type { LiveRule, PolicySet } from '../policy/policy-set.ts';

/** `gate init team --check`: whether every rule finds the people it asks for, and who cannot be reached at all. */

export interface CheckParts {
  readonly policies: PolicySet;
  /** Undefined: the user of this account is the only person. */
  readonly people: People | undefined;
  /** The people, with the strongest proof that each could give here. */
  readonly directory: Directory;
  readonly host: string;
  /** `USER@HOST`: whose account this is. */
  readonly account: string;
}

export interface Checked {
  readonly rules: readonly CheckedRule[];
  /** People whom a rule asks, and whom no channel reaches. */
  readonly unreachable: readonly {
    readonly person: string;
    readonly groups: readonly string[];
    readonly why: string;
  }[];
  readonly notes: readonly string[];
}

export interface CheckedRule {
  readonly rule: string;
  /** File and line, or the pack it comes with. */
  readonly where: string;
  readonly decision: 'hold' | 'confirm';
  /** It decides nothing yet, so nobody is refused by it. */
  readonly observed: boolean;
  readonly state: 'met' | 'partly' | 'never';
  /** What stands in the way, and what to do, one after the other. */
  readonly reasons: readonly { readonly text: string; readonly todo: string }[];
  readonly asks: Staffed['blocks'];
}

/** Whether nobody would be refused for good: the exit status of the check. */
export function satisfied({ rules }: Checked): boolean {
  return rules.every(({ state, observed }) => state !== 'never' || observed);
}

export function checked(parts: CheckParts): Checked {
  const { policies, people } = parts;
  const everybody = people ? people.people.map(({ name }) => PERSON + name) : [`${PERSON}${parts.account}`];
  const away = awayFrom(parts);
  const directory = withoutThose(away, parts);
  const askers = askersIn(parts, everybody, away);
  const asking = policies.layers.flatMap(({ rules, mode }) =>
    rules.flatMap((live) => {
      const blocks = canAsk(live, policies.owners);
      const observed = mode === 'observe' || live.rule.observe === true;
      return blocks.length === 0 ? [] : [{ live, observed, blocks }];
    }),
  );
  const rules = asking.map(({ live, observed, blocks }): CheckedRule => {
    const { id } = live;
    const found = staffed({ rule: id, decision: decisionOf(live), blocks }, askers, directory, people);
    return {
      rule: id,
      where: whereIs(live),
      decision: decisionOf(live),
      observed,
      asks: blocks,
      ...judged(found, parts, directory),
    };
  });
  const asked = askable(
    asking.flatMap(({ blocks }) => blocks),
    everybody,
    parts.directory,
  );
  const unreachable = asked.flatMap((person) => {
    const why = away.get(person);
    return why === undefined ? [] : [{ person, groups: parts.directory.groupsOf(person), why }];
  });
  return { rules, unreachable, notes: notesFor(parts) };
}

function decisionOf({ rule }: LiveRule): Asking['decision'] {
  return rule.decision === 'hold' ? 'hold' : 'confirm';
}

function whereIs({ document, rule }: LiveRule): string {
  return document.name.startsWith('pack:') ? document.name : `${document.name}:${rule.line}`;
}

function judged(found: Staffed, parts: CheckParts, directory: Directory): Pick<CheckedRule, 'state' | 'reasons'> {
  const { never, notFor, unknown, unbroken } = found;
  const reasons = [
    ...(never ? [never] : notFor).flatMap((refused) => reasonsOf(refused, found, parts, directory)),
    ...unknown.map(unknownReason),
    ...unbroken
      .filter((group) => !unknown.includes(group))
      .map((group) => ({
        text: `\`break_glass\` names ${group}, and nobody of it can be reached`,
        todo: `add somebody to \`${group}\` who has an account on this machine`,
      })),
  ];
  const broken = never !== undefined || unbroken.length > 0;
  return { state: broken ? 'never' : reasons.length > 0 ? 'partly' : 'met', reasons };
}

function unknownReason(name: string): CheckedRule['reasons'][number] {
  if (name === 'target-owner')
    return {
      text: 'it asks the owner of a target, and no target has one',
      todo: 'give targets an `owner` in a policy',
    };
  return {
    text: `nobody is called ${name}, and no group`,
    todo: `add the group \`${name}\` to config.yaml, or mend the rule`,
  };
}

function reasonsOf(
  { kind, of, asked, missing }: Refused,
  { never, unknown }: Staffed,
  parts: CheckParts,
  directory: Directory,
): CheckedRule['reasons'] {
  const whose = kind === 'agent' ? `agents and pipelines of ${named(of)}` : named(of);
  // That nobody is called so is said already.
  return missing
    .filter(({ from }) => !from.every((name) => unknown.includes(name)))
    .map((each) => {
      const block = asked.approvers.find(({ rule, from }) => rule === each.rule && from.join() === each.from.join());
      const escalated = block && { ...block, from: [...block.from, ...(block.escalate?.to ?? [])] };
      const people = escalated ? eligible(asked, escalated, parts.directory) : [];
      const apart = block?.separation === 'owner' && kind === 'agent' ? '; whoever owns the agent does not count' : '';
      const text = `${missingWords(each)}${apart}${gives(people, directory)}`;
      const away = people.filter((person) => directory.strongest(person) === undefined);
      const reach =
        away.length === 0 ? '' : `; or give ${named(away)} an account on this machine: \`os\` in config.yaml`;
      return { text: never ? text : `not when ${whose} ask: ${text}`, todo: remedyFor(each, asked, directory) + reach };
    });
}

/** What each of them can prove a vote with. */
function gives(people: readonly string[], directory: Directory): string {
  const words = people.map((person) => `${person} ${directory.strongest(person) ?? 'not reached'}`);
  return words.length === 0 ? '' : ` (${named(words)})`;
}

/** Whose requests this machine can see: of those with an account on it, and of owners of named agents. */
function askersIn({ people }: CheckParts, everybody: readonly string[], away: ReadonlyMap<string, string>) {
  const owners = new Set(people?.agents.map(({ owner }) => PERSON + owner));
  const here = everybody.filter((person) => !away.has(person) || owners.has(person));
  return here.length > 0 ? here : everybody;
}

/** Of everybody who cannot be asked here: why. */
function awayFrom({ people, host }: CheckParts): ReadonlyMap<string, string> {
  const persons = people?.people ?? [];
  const here = persons.flatMap(({ os }) => os.flatMap((entry) => accountOn(host, entry) ?? []));
  const accounts = accountsHere(here);
  return new Map(
    persons.flatMap(({ name, os }): [string, string][] => {
      if (os.some((entry) => accounts.has(accountOn(host, entry) ?? ''))) return [];
      if (os.length === 0) return [[PERSON + name, 'no account (`os`) is named']];
      return [[PERSON + name, `there is no account ${os.join(' or ')} on this machine (${host})`]];
    }),
  );
}

/** The account that an entry means on this machine, if it means one here. */
function accountOn(host: string, entry: string): string | undefined {
  const at = entry.indexOf('@');
  if (at < 0) return entry;
  return entry.slice(at + 1) === host ? entry.slice(0, at) : undefined;
}

/** Each is looked up once: what somebody enrolled is a file. */
function withoutThose(away: ReadonlyMap<string, string>, { directory }: CheckParts): Directory {
  const known = new Map<string, ReturnType<Directory['strongest']>>();
  return {
    configured: directory.configured,
    members: (group, requester) => directory.members(group, requester),
    groupsOf: (person) => directory.groupsOf(person),
    strongest(person) {
      if (away.has(person)) return undefined;
      if (!known.has(person)) known.set(person, directory.strongest(person));
      return known.get(person);
    },
  };
}

function notesFor({ people, account }: CheckParts): string[] {
  if (people === undefined) return ['nobody is configured: the user of this account is the only person'];
  return [
    'local mode: votes are given at a terminal of this machine; Slack, Teams and e-mail names are written down, and not used yet',
    `the log of this account is its own: other accounts cannot answer its requests until there is a service; ${account} is who can now`,
  ];
}

/** For people, on stdout. */
export function checkText(found: Checked): string {
  const count = (state: CheckedRule['state']) => found.rules.filter((each) => each.state === state).length;
  const lines = [
    `rules      ${found.rules.length} ask people: ${count('met')} find them, ${count('partly')} not for everybody, ${count('never')} never`,
  ];
  for (const { rule, where, state, observed, reasons } of found.rules) {
    if (state === 'met') continue;
    const word = state === 'partly' ? 'partly' : observed ? 'observed' : 'CANNOT';
    lines.push(`${word.padEnd(11)}${visible(rule)}  ${visible(where)}`);
    for (const { text, todo } of reasons) {
      lines.push(`${''.padEnd(11)}${visible(text)}`, `${''.padEnd(13)}to do: ${visible(todo)}`);
    }
  }
  const shown = found.unreachable.slice(0, MOST_SHOWN);
  for (const { person, groups, why } of shown) {
    lines.push(`unreached  ${visible(person)} (${visible(groups.join(', ')) || 'in no group'}): ${visible(why)}`);
  }
  const more = found.unreachable.length - shown.length;
  if (more > 0) lines.push(`unreached  and ${more} more; \`--json\` lists all`);
  for (const note of found.notes) lines.push(`note       ${visible(note)}`);
  return lines.map((line) => `${line}\n`).join('');
}

const MOST_SHOWN = 20;

/** The same as data. */
export function checkJson(found: Checked): object {
  return {
    satisfied: satisfied(found),
    rules: found.rules.map(({ asks, ...rule }) => ({
      ...rule,
      asks: asks.map(({ from, count, evidence, separation, escalate, breakGlass }) => ({
        from,
        count,
        evidence,
        separation,
        escalate: escalate?.to ?? [],
        break_glass: breakGlass ?? [],
      })),
    })),
    unreachable: found.unreachable,
    notes: found.notes,
  };
}
