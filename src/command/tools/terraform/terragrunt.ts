import type { Action, Effect } from '../../action.ts';
import { Names } from '../../names.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';
import { readTerraform } from './terraform.ts';

/** terragrunt runs terraform in one or many directories, and whatever its own configuration says before and after. */
export const reader: Reader = { names: [], read };

const FLAGS = new Names(
  '--all --graph --queue-include-external --queue-exclude-external --queue-ignore-errors --queue-strict-include --non-interactive --no-color ' +
    '--no-auto-init --no-auto-retry --no-auto-approve --no-auto-provider-cache-dir --source-update --inputs-debug --log-disable ' +
    '--log-show-abs-paths --provider-cache --no-stack-generate --strict-mode --debug --terragrunt-non-interactive ' +
    '--terragrunt-no-auto-init --terragrunt-no-auto-approve --terragrunt-no-auto-retry --terragrunt-source-update ' +
    '--terragrunt-ignore-dependency-errors --terragrunt-ignore-dependency-order --terragrunt-ignore-external-dependencies ' +
    '--terragrunt-include-external-dependencies --terragrunt-check --terragrunt-debug --terragrunt-no-color --terragrunt-diff ' +
    '--terragrunt-fetch-dependency-output-from-state --terragrunt-use-partial-parse-config-cache --terragrunt-provider-cache -a',
);
const VALUES = new Names(
  '--working-dir --config --source --source-map --download-dir --iam-assume-role --iam-role --parallelism --log-level --log-format --feature ' +
    '--queue-include-dir --queue-exclude-dir --queue-include-units-reading --units-that-include --tf-path --experiment ' +
    '--terragrunt-working-dir --terragrunt-config --terragrunt-source --terragrunt-download-dir --terragrunt-iam-role ' +
    '--terragrunt-parallelism --terragrunt-log-level --terragrunt-include-dir --terragrunt-exclude-dir --terragrunt-source-map ' +
    '--terragrunt-modules-that-include --terragrunt-tfpath --terragrunt-iam-assume-role-duration --terragrunt-log-format',
);

/** What terragrunt does by itself. Its configuration may run programs (run_cmd, hooks), so even looking executes. */
const OWN: Readonly<Record<string, readonly Effect[]>> = {
  'terragrunt-info': ['execute'],
  'graph-dependencies': ['execute'],
  'render-json': ['write', 'execute'],
  render: ['execute'],
  'validate-inputs': ['execute'],
  'output-module-groups': ['execute'],
  find: ['execute'],
  list: ['execute'],
  dag: ['execute'],
  info: ['execute'],
  hclvalidate: ['read'],
  hclfmt: ['write'],
  hcl: ['write'],
  catalog: ['execute'],
  scaffold: ['write', 'execute'],
  'aws-provider-patch': ['write'],
  stack: ['write', 'execute'],
  backend: ['write', 'execute'],
};

function read(argv: readonly string[], context: ReadContext): Reading {
  const doubts: string[] = [];
  const words: string[] = [];
  for (let at = 1; at < argv.length; at++) {
    const word = argv[at] as string;
    const name = word.includes('=') ? word.slice(0, word.indexOf('=')) : word;
    if (word === '--' || FLAGS.has(word)) continue;
    if (VALUES.has(name)) {
      if (/tf-?path$/.test(name)) doubts.push('the terraform it runs is given by hand');
      if (name === word) at++;
      continue;
    }
    words.push(word);
  }
  const [first = ''] = words;
  if (first === '' || /^--?(help|h|version|v)$/.test(first)) {
    return withDoubt(
      { actions: [act('terragrunt', 'terragrunt', ['read'])] },
      words.length > 1 ? ['more words than a question has'] : [],
    );
  }
  const own = Object.hasOwn(OWN, first) ? OWN[first] : undefined;
  if (own !== undefined) {
    return withDoubt({ actions: [act('terragrunt', first, own, { scope: { directory: context.cwd } })] }, doubts);
  }
  return withDoubt(through(first, words, context), doubts);
}

/** `run-all apply`, `run --all apply`, `apply-all` and plain `apply` all end in a command of terraform. */
function through(first: string, words: readonly string[], context: ReadContext): Reading {
  const rest =
    first === 'run' || first === 'run-all' ? words.slice(1) : [first.replace(/-all$/, ''), ...words.slice(1)];
  if (rest.length === 0) return { actions: [unknownAction('terragrunt', first)] };
  const inner = readTerraform(['terraform', ...rest], context);
  return { ...inner, actions: inner.actions.map(executed) };
}

function executed(action: Action): Action {
  const effects = action.effects.includes('execute') ? action.effects : [...action.effects, 'execute' as const];
  return { ...action, tool: 'terragrunt', effects };
}
