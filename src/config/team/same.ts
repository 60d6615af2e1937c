import { KINDS, type Kind, type Sighting } from './sighting.ts';

/**
 * Which sightings are of one person. What is tied by a shared identity is looked at as a whole, so that neither the order
 * of files nor what an earlier run wrote changes the answer; what does not hold together as a whole is nobody. Pure.
 */
export interface Node extends Pick<Sighting, 'identities' | 'github'> {
  /** What it is called: the name that a source wants, or that the configuration has. */
  readonly id?: string;
  readonly at: string;
  /** `existing`: a person of the configuration. */
  readonly source: Sighting['source'] | 'existing';
}

export interface Tied<Of extends Node> {
  readonly nodes: readonly Of[];
  /** Why they are not one person for certain. */
  readonly doubt?: string;
}

/** In the order of the first of each. */
export function tied<Of extends Node>(nodes: readonly Of[]): readonly Tied<Of>[] {
  return joined(nodes, keysOf).map((some) => {
    const doubt = some.length < 2 ? undefined : doubtOf(some);
    return doubt === undefined ? { nodes: some } : { nodes: some, doubt };
  });
}

/** Two values that mean the same have the same key. */
export function keyOf(kind: Kind, value: string): string {
  if (kind === 'email') return `email ${value.toLowerCase()}`;
  // The comment of a key says nothing about the key.
  return `${kind} ${kind === 'ssh_keys' ? value.trim().split(/ +/).slice(0, 2).join(' ') : value}`;
}

export function keysOf({ id, identities, github }: Pick<Node, 'id' | 'identities' | 'github'>): readonly string[] {
  const own = KINDS.flatMap((kind) => identities[kind].map((value) => keyOf(kind, value)));
  const names = id === undefined ? [] : [`id ${id}`];
  return [...names, ...own, ...github.map((login) => `github ${login.toLowerCase()}`)];
}

/**
 * One e-mail address is one person. An account elsewhere that two sources name is, too: addresses differ between systems.
 * A name, an account of a machine and a key can be shared by mistake, and so can anything inside of one source.
 */
function doubtOf(nodes: readonly Node[]): string | undefined {
  const names = [...new Set(nodes.flatMap(({ id }) => id ?? []))];
  const by = sharedWords(nodes);
  if (names.length > 1) return `fits ${names.join(' and ')}, by ${by}`;
  const addressed = nodes.filter(({ identities }) => identities.email.length > 0);
  const circles = joined(addressed, (node) => keysOf(node).filter((key) => key.startsWith('email ')));
  if (circles.length < 2) return undefined;
  const sources = ['csv', 'slack', 'github'] as const;
  const inside = sources.some(
    (each) => circles.filter((some) => some.some(({ source }) => source === each)).length > 1,
  );
  const strong = joined(nodes, (node) => keysOf(node).filter((key) => /^(email|slack|teams|github) /.test(key)));
  const whole = strong.some((some) => addressed.every((node) => some.includes(node)));
  if (!inside && whole) return undefined;
  return `shares ${by} with a different e-mail address: ${some(nodes.map(({ at }) => at))}`;
}

/** What more than one of them has. */
function sharedWords(nodes: readonly Node[]): string {
  const all = nodes.flatMap((node) => [...new Set(keysOf(node))]);
  const counts = new Map<string, number>();
  for (const key of all) counts.set(key, (counts.get(key) ?? 0) + 1);
  return some([...counts].flatMap(([key, count]) => (count > 1 ? [keyWords(key)] : [])));
}

function keyWords(key: string): string {
  const [kind = '', ...value] = key.split(' ');
  return kind === 'ssh_keys' ? 'an SSH key' : `${kind === 'id' ? 'the name' : kind} ${value.join(' ')}`;
}

function some(words: readonly string[]): string {
  return words.length > 4 ? `${words.slice(0, 3).join(', ')} and ${words.length - 3} more` : words.join(', ');
}

/** Parts of a graph whose nodes share a key. */
function joined<Of extends Node>(nodes: readonly Of[], keys: (node: Of) => readonly string[]): Of[][] {
  const parent = nodes.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const first = new Map<string, number>();
  for (const [index, node] of nodes.entries()) {
    for (const key of keys(node)) {
      const before = first.get(key);
      if (before === undefined) first.set(key, index);
      else {
        const [low, high] = [root(before), root(index)].toSorted((a, b) => a - b) as [number, number];
        parent[high] = low;
      }
    }
  }
  const parts = new Map<number, Of[]>();
  for (const [index, node] of nodes.entries()) {
    const part = parts.get(root(index));
    if (part) part.push(node);
    else parts.set(root(index), [node]);
  }
  return [...parts.values()];
}
