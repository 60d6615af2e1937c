import { describe, expect, test } from 'vitest';
import { checkedEnvironment, runsCode } from '../../src/command/environment.ts';

describe('the checked environment', () => {
  test.each([
    'LD_PRELOAD',
    'LD_AUDIT',
    'DYLD_INSERT_LIBRARIES',
    'GLIBC_TUNABLES',
    'BASH_ENV',
    'ENV',
    'BASH_FUNC_ls',
    'SHELLOPTS',
    'PS4',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'PYTHONPATH',
    'PYTHONSTARTUP',
    'PERL5OPT',
    'PERL5LIB',
    'RUBYOPT',
    'JAVA_TOOL_OPTIONS',
    'OPENSSL_CONF',
    'GCONV_PATH',
    'HOSTALIASES',
    'LOCALDOMAIN',
    'GIT_SSH_COMMAND',
    'GIT_EXTERNAL_DIFF',
    'GIT_CONFIG_COUNT',
    'KUBECTL_EXTERNAL_DIFF',
    'PGSYSCONFDIR',
    'PSQLRC',
    'PGHOSTADDR',
    'PGOPTIONS',
    'AWS_DATA_PATH',
    'POSIXLY_CORRECT',
    'TF_CLI_ARGS_apply',
    'MAKEFLAGS',
    'TAR_OPTIONS',
    'BUN_OPTIONS',
    'LESSOPEN',
    'BROWSER',
    'SSLKEYLOGFILE',
    'GATE_SOCKET',
    'npm_config_script_shell',
    'IFS',
  ])('takes out %s', (name) => {
    const { variables, removed } = checkedEnvironment({ [name]: 'x', KEPT: 'y' }, []);
    expect(Object.keys(variables)).toEqual(['KEPT']);
    expect(removed).toEqual([name]);
  });

  test.each([
    'GATE_HOME',
    'KUBECONFIG',
    'AWS_PROFILE',
    'AWS_REGION',
    'PGHOST',
    'PGPASSWORD',
    'DOCKER_HOST',
    'HTTPS_PROXY',
    'SSL_CERT_FILE',
    'LANG',
    'TERM',
    'GITHUB_TOKEN',
    'TF_VAR_x',
  ])('keeps %s, and pins it when the tool heeds it', (name) => {
    const kept = checkedEnvironment({ [name]: 'x' }, [name, 'ABSENT']);
    expect(kept.variables[name]).toBe('x');
    expect(kept.pinned).toEqual([name]);
    expect(checkedEnvironment({ [name]: 'x' }, []).pinned).toEqual([]);
  });

  test.each([
    ['PAGER', 'less -R', true],
    ['PAGER', '/usr/bin/less', true],
    ['AWS_PAGER', '', true],
    ['EDITOR', 'vim', true],
    ['EDITOR', 'code --wait', true],
    ['PAGER', 'sh -c x', false],
    ['PAGER', 'less; rm x', false],
    ['PAGER', '/tmp/less', false],
    ['EDITOR', 'vim -c :!x', false],
    ['KUBE_EDITOR', './vim', false],
  ])('%s=%j stays: %s', (name, value, stays) => {
    expect(name in checkedEnvironment({ [name]: value }, []).variables).toBe(stays);
  });

  test('PATH loses entries that mean the current directory, and is pinned with HOME', () => {
    const { variables, pinned } = checkedEnvironment({ PATH: ':/bin:.:bin:/usr/bin:', HOME: '/home/dev' }, []);
    expect(variables['PATH']).toBe('/bin:/usr/bin');
    expect(pinned).toEqual(['HOME', 'PATH']);
  });

  test('odd names and nothing inherited', () => {
    const { variables, removed } = checkedEnvironment(
      { 'A-B': 'x', 'A\nB': 'x', '1A': 'x', '': 'x', 'BASH_FUNC_ls%%': '() { :; }' },
      [],
    );
    expect(Object.getPrototypeOf(variables)).toBeNull();
    expect(Object.keys(variables)).toEqual([]);
    expect(removed).toEqual(['', '1A', 'A\nB', 'A-B', 'BASH_FUNC_ls%%']);
  });

  test('setting such a variable for one command puts the command in doubt', () => {
    expect(runsCode('LD_PRELOAD')).toBe(true);
    expect(runsCode('KUBECONFIG')).toBe(false);
  });
});
