import type { Diagnostic } from './diagnostic.ts';
import { nearest } from './fields.ts';
import { anyGlob } from './glob.ts';
import type { LayerName, Parsed } from './parse.ts';

/** What is wrong only in company: names that nothing of the other files has. Pure. */

export interface Reviewed {
  readonly file: string;
  readonly layer: LayerName;
  readonly parsed: Parsed;
}

/** @param packRules ids of a pack's rules, without the pack's name */
export function review(
  files: readonly Reviewed[],
  packRules: (pack: string) => readonly string[],
): ReadonlyMap<Reviewed, readonly Diagnostic[]> {
  const targets = files.flatMap(({ parsed }) => parsed.policy.targets ?? []);
  const known = {
    labels: [...new Set(targets.flatMap((target) => target.labels ?? []))],
    owner: [...new Set(targets.flatMap((target) => target.owner ?? []))],
    boundary: [...new Set(targets.flatMap((target) => target.boundary ?? []))],
  };
  return new Map(
    files.map((file) => [file, [...unknownTargets(file, known), ...unknownExcepts(file, files, packRules)]]),
  );
}

type Known = Readonly<Record<'labels' | 'owner' | 'boundary', readonly string[]>>;

function unknownTargets({ file, parsed }: Reviewed, known: Known): Diagnostic[] {
  return (parsed.policy.rules ?? []).flatMap((rule, index) =>
    (['labels', 'owner', 'boundary'] as const).flatMap((field) => {
      const patterns = rule.match[field];
      if (patterns === undefined) return [];
      const list = typeof patterns === 'string' ? [patterns] : patterns;
      return list.flatMap((pattern, number) => {
        if (known[field].some(anyGlob([pattern]))) return [];
        const path = ['rules', index, 'match', field, ...(typeof patterns === 'string' ? [] : [number])];
        const word = field === 'labels' ? 'label' : field;
        const like = nearest(pattern, known[field]);
        const hint = like ? `did you mean \`${like}\`?` : 'write the target under `targets:`';
        return [{ file, ...parsed.place(path), message: `no target has the ${word} \`${pattern}\``, hint }];
      });
    }),
  );
}

function unknownExcepts(
  { file, layer, parsed }: Reviewed,
  files: readonly Reviewed[],
  packRules: (pack: string) => readonly string[],
): Diagnostic[] {
  const { except } = parsed.policy;
  if (except === undefined) return [];
  const own = files.filter((one) => one.layer === layer);
  const ids = own.flatMap(({ parsed: { policy } }) => [
    ...(policy.rules ?? []).map((rule) => rule.id),
    ...(policy.packs ?? []).flatMap((pack) => packRules(pack).map((id) => `${pack}/${id}`)),
  ]);
  return except.flatMap((id, index) => {
    if (ids.includes(id)) return [];
    const like = nearest(id, ids);
    const [name = ''] = id.split('/');
    const hint = packRules(name).includes(id.slice(name.length + 1))
      ? `name the pack too: \`packs: [${name}]\`; a file of your own replaces the default packs`
      : like
        ? `did you mean \`${like}\`?`
        : 'it reaches rules of its own layer, and of the packs named there';
    return [{ file, ...parsed.place(['except', index]), message: `there is no rule \`${id}\` to except`, hint }];
  });
}
