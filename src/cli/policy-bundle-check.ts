import { parseDirectory } from '../config/document.ts';
import { GateError } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';
import { DIRECTORY_MEMBER } from '../policy/bundle/statement.ts';
import { compile } from '../policy/compile.ts';
import { inMemory } from '../policy/compiled.ts';
import { invalid } from '../policy/diagnostic.ts';
import { assemble, type Loaded } from '../policy/load.ts';
import { PACK_NAMES, pack } from '../policy/packs/packs.ts';
import { decode, parse } from '../policy/parse.ts';
import { prepareConditions } from '../policy/prepare.ts';
import { type Reviewed, review } from '../policy/review.ts';
import { runPolicyTest } from '../policy/run-tests.ts';
import type { Io } from './io.ts';

/**
 * What `gate policy check` and `gate policy test` say of a bundle: its policies as if they were all there is, so that no rule of a machine
 * answers for them. Failed tests go to stderr.
 *
 * @returns how many tests failed
 * @throws GateError POLICY_INVALID for what does not hold
 */
export async function checkBundled(
  name: string,
  members: ReadonlyMap<string, string>,
  io: Pick<Io, 'stderr'>,
): Promise<number> {
  const directory = members.get(DIRECTORY_MEMBER);
  if (directory !== undefined) parseDirectory(Buffer.from(directory), `${name}/${DIRECTORY_MEMBER}`);
  const files = policiesOf(name, members);
  const packs = files.filter(({ pack: own }) => own !== undefined);
  requireOwnNames(files);
  const rulesOf = (wanted: string) => {
    const own = packs.find(({ pack: each }) => each === wanted);
    return own ? (own.parsed.policy.rules ?? []).map(({ id }) => id) : rulesOfShipped(wanted);
  };
  const problems = [...review(files, rulesOf)].filter(([, found]) => found.length > 0);
  if (problems.length > 0) {
    const texts = problems.map(([file, found]) => invalid(found, (file as Own).text).message);
    throw new GateError('POLICY_INVALID', texts.join('\n'));
  }
  const set = assemble(
    files.map((file) => file.loaded),
    { tools: 'all' },
  );
  await prepareConditions(set);
  let failed = 0;
  for (const { file, parsed } of files) {
    for (const [index, test] of (parsed.policy.tests ?? []).entries()) {
      const { name: command, failure } = await runPolicyTest(test, set);
      if (failure === undefined) continue;
      failed++;
      const { line, column } = parsed.place(['tests', index]);
      io.stderr(`${file}:${line}:${column}: ${command}\n  ${failure}\n`);
    }
  }
  return failed;
}

interface Own extends Reviewed {
  readonly text: string;
  readonly pack: string | undefined;
  readonly loaded: Loaded;
}

function policiesOf(name: string, members: ReadonlyMap<string, string>): readonly Own[] {
  const own = [...members.keys()].flatMap((member) => packIn(member) ?? []);
  return [...members].flatMap(([member, text]) => {
    if (member === DIRECTORY_MEMBER) return [];
    const file = `${name}/${member}`;
    const options = { file, layer: 'user' as const, packs: [...PACK_NAMES, ...own] };
    const parsed = parse(decode(Buffer.from(text), file), options);
    const document = { digest: `sha256:${sha256Hex(text)}`, layer: 'user' as const, name: file, text: () => text };
    const pack = packIn(member);
    const loaded = { document, source: inMemory(compile(parsed)), ...(pack === undefined ? {} : { pack }) };
    return [{ file, layer: 'user' as const, parsed, text, pack, loaded }];
  });
}

/** A pack is rules, targets and tests; and it is never mistaken for one that gate ships. */
function requireOwnNames(files: readonly Own[]): void {
  const asked = new Set(files.flatMap(({ parsed }) => parsed.policy.packs ?? []));
  for (const { file, pack: name, parsed } of files) {
    if (name === undefined) continue;
    const more = (['packs', 'default', 'mode', 'except', 'local'] as const).find((field) => field in parsed.policy);
    const message = PACK_NAMES.includes(name)
      ? `a pack that comes with gate is called \`${name}\``
      : more !== undefined
        ? `a pack says nothing about \`${more}\`: that is for the policies that name it`
        : asked.has(name)
          ? undefined
          : `no policy of the bundle names the pack \`${name}\``;
    if (message !== undefined) throw new GateError('POLICY_INVALID', `${file}:1:1: ${message}`);
  }
}

function packIn(member: string): string | undefined {
  return /^packs\/(.*)\.yaml$/.exec(member)?.[1];
}

function rulesOfShipped(name: string): readonly string[] {
  const source = pack(name)?.source;
  return source?.tools().flatMap((tool) => source.shard(tool)?.rules.map((rule) => rule.id) ?? []) ?? [];
}
