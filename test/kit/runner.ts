import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../docs/pages.ts';
import { cleanEnvironment } from './person.ts';

/**
 * A job as GitHub's runner gives it to a composite action: its steps in order, each in a shell of its own, with the
 * documented variables and files. What a step prints is read for commands as the runner does it (ActionCommand.cs).
 */
export class Job implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'gate-job-'));
  readonly workspace = join(this.root, 'work');
  readonly temp = join(this.root, 'temp');
  readonly home = join(this.root, 'home');
  readonly #environment: Readonly<Record<string, string>>;
  #files = 0;

  constructor(environment: Readonly<Record<string, string>> = {}) {
    this.#environment = environment;
    for (const directory of [this.workspace, this.temp, this.home]) mkdirSync(directory, { mode: 0o700 });
  }

  write(name: string, text: string): string {
    const path = join(this.workspace, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  has(name: string): boolean {
    return existsSync(join(this.workspace, name));
  }

  /** Uses the action once, with these inputs. */
  use(given: Readonly<Record<string, string>>): Used {
    const action = actionMetadata();
    const inputs = new Map(
      Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default ?? '']),
    );
    const outputs = new Map<string, ReadonlyMap<string, string>>();
    const value = (text: string) => text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression) => looked(expression));
    const looked = (expression: string): string => {
      const [kind, name = '', , output = ''] = expression.split('.');
      if (kind === 'inputs' && inputs.has(name)) return inputs.get(name)!;
      if (kind === 'steps') return outputs.get(name)?.get(output) ?? '';
      throw new Error(`the runner of this test does not know \`${expression}\``);
    };
    const used = { status: 0, log: '', summary: '', steps: [] as string[] };
    for (const step of action.runs.steps) {
      if (!this.#runs(step.if, used.status === 0, looked)) continue;
      const [output, summary, script] = [1, 2, 3].map(() => join(this.temp, `file-${this.#files++}`));
      writeFileSync(output!, '');
      writeFileSync(summary!, '');
      writeFileSync(script!, step.run);
      const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)]);
      const ran = spawnSync('/bin/bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script!], {
        cwd: join(this.workspace, value(step['working-directory'] ?? '.')),
        env: {
          ...this.environment(),
          GITHUB_OUTPUT: output!,
          GITHUB_STEP_SUMMARY: summary!,
          ...Object.fromEntries(env),
        },
        encoding: 'utf8',
      });
      used.steps.push(step.name);
      used.log += ran.stdout + ran.stderr;
      used.summary += readFileSync(summary!, 'utf8');
      if (step.id !== undefined) outputs.set(step.id, outputsIn(readFileSync(output!, 'utf8')));
      const status = ran.status ?? 128;
      if (status !== 0 && used.status === 0) used.status = status;
    }
    const published = Object.entries(action.outputs).map(([name, { value: text }]) => [name, value(text)]);
    return { ...used, outputs: Object.fromEntries(published), commands: commandsIn(used.log) };
  }

  environment(): Record<string, string> {
    return cleanEnvironment({
      HOME: this.home,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '42',
      GITHUB_WORKSPACE: this.workspace,
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_OS: 'Linux',
      RUNNER_TEMP: this.temp,
      ...this.#environment,
    });
  }

  /** The two conditions that the action has. */
  #runs(condition: string | undefined, well: boolean, looked: (expression: string) => string): boolean {
    if (condition === undefined) return well;
    const found = /^always\(\) && (steps\.\S+) != ''$/.exec(condition);
    if (!found) throw new Error(`the runner of this test does not know \`${condition}\``);
    return looked(found[1]!) !== '';
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export interface Used {
  /** Of the first step that failed. */
  readonly status: number;
  readonly log: string;
  readonly summary: string;
  /** Names of the steps that were run. */
  readonly steps: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What the runner would have taken for commands. */
  readonly commands: readonly WorkflowCommand[];
}

/**
 * What the runner (src/Runner.Worker/action_yaml.json) and the published schema of action.yml allow for a composite
 * action; nothing else.
 */
const metadata = z.strictObject({
  name: z.string().min(1),
  author: z.string().optional(),
  description: z.string().min(1),
  branding: z.strictObject({
    icon: z.enum(['shield', 'lock', 'check-square', 'terminal']),
    color: z.enum(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']),
  }),
  inputs: z.record(
    z.string().regex(/^[_a-z][a-z0-9_-]*$/),
    z.strictObject({
      description: z.string().min(1),
      required: z.boolean().optional(),
      default: z.string().optional(),
      deprecationMessage: z.string().optional(),
    }),
  ),
  outputs: z.record(
    z.string().regex(/^[_a-z][a-z0-9_-]*$/),
    z.strictObject({ description: z.string().min(1), value: z.string().min(1) }),
  ),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(
      z.strictObject({
        name: z.string(),
        id: z
          .string()
          .regex(/^[_a-zA-Z][a-zA-Z0-9_-]*$/)
          .optional(),
        if: z.string().optional(),
        run: z.string().min(1),
        shell: z.literal('bash'),
        env: z.record(z.string(), z.string()).optional(),
        'working-directory': z.string().optional(),
        'continue-on-error': z.boolean().optional(),
      }),
    ),
  }),
});

export function actionMetadata(): z.infer<typeof metadata> {
  return metadata.parse(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')));
}

/** `NAME=VALUE` and `NAME<<END`, as the runner reads them. */
function outputsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line === '') continue;
    const [, name = '', form = '', rest = ''] = /^([^=<]+)(=|<<)(.*)$/.exec(line) ?? [];
    if (form === '=') found.set(name, rest);
    else if (form === '<<') {
      const end = lines.indexOf(rest, at + 1);
      if (end < 0) throw new Error(`the output ${name} has no end`);
      found.set(name, lines.slice(at + 1, end).join('\n'));
      at = end;
    } else throw new Error(`invalid output: ${line}`);
  }
  return found;
}

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const NAMES =
  'set-output set-env add-path add-mask add-matcher remove-matcher error warning notice debug group endgroup echo save-state stop-commands'.split(
    ' ',
  );

/** Every line that GitHub's runner takes for a command to itself: `::name k=v::data` after blanks, `##[name k=v]data` anywhere. */
export function commandsIn(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const modern = /^[\s\u0085]*::([^ ]*?)(?: (.*?))?::(.*)$/s.exec(line);
    if (modern && NAMES.includes(modern[1]!.toLowerCase())) {
      const [, name = '', properties = '', data = ''] = modern;
      return [{ name, properties: pairs(properties, ','), data: unescaped(data) }];
    }
    const old = /##\[([^\] ]*)(?: ([^\]]*))?\](.*)$/s.exec(line);
    if (!old || !NAMES.includes(old[1]!.toLowerCase())) return [];
    const [, name = '', properties = '', data = ''] = old;
    return [{ name, properties: pairs(properties, ';'), data }];
  });
}

function pairs(text: string, separator: string): Record<string, string> {
  const found = text.split(separator).map((pair) => {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
    return [name, unescaped(value.replaceAll('%3A', ':').replaceAll('%2C', ','))];
  });
  return Object.fromEntries(found.filter(([name]) => name !== ''));
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
