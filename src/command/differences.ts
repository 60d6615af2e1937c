import type { Manifest } from './manifest.ts';

/** What differs between the manifest that was granted and the one that would run now, one sentence each. Pure. */
export function differences(granted: Manifest, now: Manifest): string[] {
  const found: string[] = [];
  const differ = (what: string, a: unknown, b: unknown) => {
    if (JSON.stringify(a) !== JSON.stringify(b)) found.push(what);
  };
  differ('the arguments', granted.argv, now.argv);
  differ(`the program ${now.executable.path}`, granted.executable, now.executable);
  differ('the current directory', granted.cwd, now.cwd);
  differ('the environment level', granted.environment.level, now.environment.level);
  for (const name of names(granted.environment.pinned, now.environment.pinned)) {
    differ(`the variable ${name}`, granted.environment.pinned[name], now.environment.pinned[name]);
  }
  differ('the variables kept from the command', granted.environment.removed, now.environment.removed);
  const inputs = (manifest: Manifest) =>
    Object.fromEntries(manifest.inputs.map((input) => [`${input.role} ${input.path}`, input.digest]));
  const [before, after] = [inputs(granted), inputs(now)];
  for (const name of names(before, after)) differ(`the ${name}`, before[name], after[name]);
  differ('standard input', granted.stdin, now.stdin);
  differ('the target', granted.target, now.target);
  return found;
}

function names(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}
