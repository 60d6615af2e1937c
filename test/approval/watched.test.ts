import { describe, expect, test } from 'vitest';
import { unwatched } from '../../src/approval/watched.ts';
import { inContainer } from '../../src/platform/container.ts';
import { identify } from '../../src/request/principal.ts';

const HOSTED = { system: 'github-actions', stays: false };
const OWN = { system: 'github-actions', stays: true };
const principal = { kind: 'pipeline', id: 'pipeline:github-actions/acme/shop', known: 'claimed' } as const;
const WATCHED = { wait: true, source: '/etc/gate/config.yaml' };
const LEFT_ALONE = { wait: false, source: '/etc/gate/config.yaml' };

describe('whether anybody could answer a job', () => {
  test.each([
    ['no job', undefined, false, undefined, false, true],
    ['a machine that ends with it', HOSTED, false, undefined, false, false],
    ['a machine of one’s own', OWN, false, undefined, false, true],
    ['a container on a machine of one’s own', OWN, false, undefined, true, false],
    ['a machine that ends with it, with a terminal', HOSTED, true, undefined, false, true],
    ['a container that people watch', HOSTED, false, WATCHED, true, true],
    ['a machine of one’s own that nobody watches', OWN, false, LEFT_ALONE, false, false],
  ])('%s', (_what, job, tty, said, contained, somebody) => {
    const why = unwatched({ ...(job ? { job } : {}), tty, principal }, said, contained);
    expect(why === undefined).toBe(somebody);
  });

  test('says what would change it: a rule for this pipeline, or people who look', () => {
    const why = unwatched({ job: HOSTED, tty: false, principal }, undefined, false);
    expect(why).toContain('`pipeline:github-actions/acme/shop` by a rule');
    expect(why).toContain('pipelines: { wait: true }');
    expect(unwatched({ job: OWN, tty: false, principal }, LEFT_ALONE, false)).toMatch(
      /^\/etc\/gate\/config\.yaml says/,
    );
  });
});

describe('the job around a request', () => {
  const jobOf = (environment: Record<string, string>) => identify('runner', 'host', environment, []).job;

  test.each([
    [{ GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted' }, HOSTED],
    [{ GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'self-hosted' }, OWN],
    [{ GITHUB_ACTIONS: 'true' }, HOSTED],
    [
      { GITLAB_CI: 'true', CI_DISPOSABLE_ENVIRONMENT: 'true' },
      { system: 'gitlab-ci', stays: false },
    ],
    [
      { GITLAB_CI: 'true', CI_SHARED_ENVIRONMENT: 'true' },
      { system: 'gitlab-ci', stays: true },
    ],
    // The word of another system counts for nothing.
    [
      { GITLAB_CI: 'true', RUNNER_ENVIRONMENT: 'self-hosted' },
      { system: 'gitlab-ci', stays: false },
    ],
    [{ JENKINS_URL: 'https://ci/' }, { system: 'jenkins', stays: false }],
    [{ CI: 'true' }, { system: 'ci', stays: false }],
    [{}, undefined],
    // An agent that a job runs is in that job; an agent that merely sets CI for its commands is in none.
    [{ CLAUDECODE: '1', GITHUB_ACTIONS: 'true' }, HOSTED],
    [{ CLAUDECODE: '1', CI: 'true' }, undefined],
  ])('%j', (environment, job) => {
    expect(jobOf(environment as Record<string, string>)).toEqual(job);
  });

  test('is found when the variables were taken away on the way to gate', () => {
    const runner = {
      pid: 7,
      name: 'Runner.Worker',
      programs: ['Runner.Worker'],
      environment: { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'self-hosted' },
    };
    expect(identify('runner', 'host', {}, [runner]).job).toEqual(OWN);
  });
});

test('a container is known by what Docker, Podman and Kubernetes put into it', () => {
  expect(inContainer({}, () => false)).toBe(false);
  expect(inContainer({}, (path) => path === '/.dockerenv')).toBe(true);
  expect(inContainer({}, (path) => path === '/run/.containerenv')).toBe(true);
  expect(inContainer({ KUBERNETES_SERVICE_HOST: '10.0.0.1' }, () => false)).toBe(true);
});
