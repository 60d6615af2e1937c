/**
 * An environment that remembers which of its values were looked at. The names alone are no secret: asking whether one is there is not
 * looking at it.
 */
export class WatchedEnvironment {
  readonly variables: Readonly<Record<string, string>>;
  readonly #seen: Set<string>;

  constructor(variables: Readonly<Record<string, string>>, seen: Set<string> = new Set()) {
    this.#seen = seen;
    this.variables = new Proxy(variables, {
      get: (target, name) => {
        if (typeof name === 'string' && Object.hasOwn(target, name)) seen.add(name);
        return Reflect.get(target, name);
      },
    });
    WATCHED.set(this.variables, { target: variables, seen });
  }

  /** Those of the beginning, whatever they were set to on the way. */
  get seen(): ReadonlySet<string> {
    return this.#seen;
  }
}

const WATCHED = new WeakMap<
  object,
  { readonly target: Readonly<Record<string, string>>; readonly seen: Set<string> }
>();

/** The same values, for those whose looking says nothing about what a command means. */
export function unwatched(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return WATCHED.get(environment)?.target ?? environment;
}

/**
 * A copy with changes; `undefined` takes a name away. Copying is not looking: the copy of a watched one is watched for the same.
 */
export function changedEnvironment(
  environment: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const watched = WATCHED.get(environment);
  const copy: Record<string, string> = { ...unwatched(environment) };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete copy[name];
    else copy[name] = value;
  }
  return watched === undefined ? copy : new WatchedEnvironment(copy, watched.seen).variables;
}
