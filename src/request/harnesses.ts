/**
 * How to tell that something other than a person at a keyboard runs a command.
 *
 * A variable counts only if the harness sets it for the commands it *executes*. Variables of an editor's own terminal
 * (`TERM_PROGRAM`, `CURSOR_TRACE_ID`, `VSCODE_*`) or of a tool's configuration (`AIDER_MODEL`) say nothing about who types.
 */

export interface Harness {
  readonly name: string;
  /** Set, and not to nothing, `0` or `false`. */
  readonly variables: readonly string[];
  /** Names of its processes, compared exactly with the kernel's name and with the base name of a script that an interpreter runs. */
  readonly processes: readonly string[];
  /** Variables that hold the session's id. */
  readonly session?: readonly string[];
  /** How long it lets a command run before it kills it or goes on without it; see docs/approvals.md for where that is written. */
  readonly budget?: Budget;
}

/** Milliseconds a command gets when the model asks for no other time. */
export interface Budget {
  readonly usual: number;
  /** The variable of the harness that sets another one, and the one that bounds it. */
  readonly variable?: string;
  readonly most?: string;
}

export const AGENTS: readonly Harness[] = [
  {
    name: 'claude-code',
    variables: ['CLAUDECODE'],
    processes: ['claude', 'claude-code'],
    session: ['CLAUDE_CODE_SESSION_ID', 'CLAUDE_SESSION_ID'],
    budget: { usual: 120_000, variable: 'BASH_DEFAULT_TIMEOUT_MS', most: 'BASH_MAX_TIMEOUT_MS' },
  },
  {
    name: 'codex',
    variables: ['CODEX_SANDBOX', 'CODEX_SANDBOX_NETWORK_DISABLED', 'CODEX_THREAD_ID', 'CODEX_CI'],
    processes: ['codex'],
    session: ['CODEX_THREAD_ID'],
    budget: { usual: 10_000 },
  },
  { name: 'cursor', variables: ['CURSOR_AGENT'], processes: ['cursor-agent'], budget: { usual: 30_000 } },
  { name: 'gemini-cli', variables: ['GEMINI_CLI'], processes: ['gemini'], budget: { usual: 300_000 } },
  { name: 'qwen-code', variables: ['QWEN_CODE'], processes: ['qwen'], budget: { usual: 120_000 } },
  { name: 'aider', variables: [], processes: ['aider'] },
  {
    name: 'opencode',
    variables: ['OPENCODE'],
    processes: ['opencode'],
    budget: { usual: 120_000, variable: 'OPENCODE_EXPERIMENTAL_BASH_DEFAULT_TIMEOUT_MS' },
  },
  { name: 'goose', variables: ['GOOSE_TERMINAL'], processes: ['goose'] },
  { name: 'cline', variables: ['CLINE_ACTIVE'], processes: ['cline'], budget: { usual: 30_000 } },
  { name: 'augment', variables: ['AUGMENT_AGENT'], processes: ['auggie'] },
  { name: 'antigravity', variables: ['ANTIGRAVITY_AGENT'], processes: [] },
  { name: 'copilot', variables: ['COPILOT_CLI', 'COPILOT_AGENT_SESSION_ID'], processes: ['copilot'] },
  { name: 'amp', variables: ['AMP_CURRENT_THREAD_ID'], processes: ['amp'] },
  { name: 'crush', variables: ['CRUSH'], processes: ['crush'], budget: { usual: 60_000 } },
  // The name any other harness may give itself.
  { name: 'agent', variables: ['AI_AGENT', 'AGENT'], processes: [] },
];

export interface Pipeline extends Harness {
  /** Variables whose values, joined with `/`, name the pipeline within its system. */
  readonly subject: readonly string[];
  /** A variable, and what it says on a machine that outlives the job; docs/decisions/0011-pipelines.md has the sources. */
  readonly stays?: readonly [variable: string, value: string];
}

/** What counts as a CI run where nothing better is known. */
export const ANY_CI = 'ci';

export const PIPELINES: readonly Pipeline[] = [
  {
    name: 'github-actions',
    variables: ['GITHUB_ACTIONS'],
    processes: ['Runner.Worker'],
    session: ['GITHUB_RUN_ID'],
    subject: ['GITHUB_REPOSITORY'],
    stays: ['RUNNER_ENVIRONMENT', 'self-hosted'],
  },
  {
    name: 'gitlab-ci',
    variables: ['GITLAB_CI'],
    processes: ['gitlab-runner'],
    session: ['CI_JOB_ID'],
    subject: ['CI_PROJECT_PATH'],
    stays: ['CI_SHARED_ENVIRONMENT', 'true'],
  },
  {
    name: 'jenkins',
    variables: ['JENKINS_URL', 'JENKINS_HOME'],
    processes: [],
    session: ['BUILD_TAG'],
    subject: ['JOB_NAME'],
  },
  {
    name: 'circleci',
    variables: ['CIRCLECI'],
    processes: [],
    session: ['CIRCLE_WORKFLOW_JOB_ID'],
    subject: ['CIRCLE_PROJECT_USERNAME', 'CIRCLE_PROJECT_REPONAME'],
  },
  {
    name: 'buildkite',
    variables: ['BUILDKITE'],
    processes: ['buildkite-agent'],
    session: ['BUILDKITE_JOB_ID'],
    subject: ['BUILDKITE_ORGANIZATION_SLUG', 'BUILDKITE_PIPELINE_SLUG'],
  },
  {
    name: 'azure-pipelines',
    variables: ['TF_BUILD'],
    processes: ['Agent.Worker'],
    session: ['BUILD_BUILDID'],
    subject: ['SYSTEM_TEAMPROJECT', 'BUILD_DEFINITIONNAME'],
  },
  {
    name: 'bitbucket',
    variables: ['BITBUCKET_BUILD_NUMBER'],
    processes: [],
    session: ['BITBUCKET_STEP_UUID'],
    subject: ['BITBUCKET_REPO_FULL_NAME'],
  },
  {
    name: 'teamcity',
    variables: ['TEAMCITY_VERSION'],
    processes: [],
    subject: ['TEAMCITY_PROJECT_NAME', 'TEAMCITY_BUILDCONF_NAME'],
  },
  { name: 'drone', variables: ['DRONE'], processes: [], session: ['DRONE_BUILD_NUMBER'], subject: ['DRONE_REPO'] },
  { name: 'travis', variables: ['TRAVIS'], processes: [], session: ['TRAVIS_JOB_ID'], subject: ['TRAVIS_REPO_SLUG'] },
  {
    name: 'codebuild',
    variables: ['CODEBUILD_BUILD_ID'],
    processes: [],
    session: ['CODEBUILD_BUILD_ID'],
    subject: ['CODEBUILD_PROJECT'],
  },
  // What nearly every other system sets.
  { name: ANY_CI, variables: ['CI'], processes: [], subject: [] },
];

/**
 * Whether the text of an environment block may hold a variable of any harness: most hold none, and are not parsed.
 * Plain searches: compiling one regular expression with all the names costs more than all of them.
 */
export function mayBeMarked(block: string): boolean {
  for (const { variables } of AGENTS) for (const variable of variables) if (block.includes(variable)) return true;
  for (const { variables } of PIPELINES) for (const variable of variables) if (block.includes(variable)) return true;
  return false;
}

/** The first harness one of whose variables is set here. */
export function marked<H extends Harness>(
  harnesses: readonly H[],
  environment: Readonly<Record<string, string | undefined>>,
): H | undefined {
  for (const harness of harnesses) {
    for (const variable of harness.variables) {
      const value = environment[variable];
      if (value !== undefined && value !== '' && value !== '0' && value.toLowerCase() !== 'false') return harness;
    }
  }
  return undefined;
}

/** The harness that has a process of this name. */
export function named<H extends Harness>(harnesses: readonly H[], programs: readonly string[]): H | undefined {
  for (const harness of harnesses) {
    for (const process of harness.processes) if (programs.includes(process)) return harness;
  }
  return undefined;
}
