import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CommandTree } from '../../src/command/command-tree.ts';
import busctl from '../../src/command/grammars/busctl.json' with { type: 'json' };
import hostnamectl from '../../src/command/grammars/hostnamectl.json' with { type: 'json' };
import localectl from '../../src/command/grammars/localectl.json' with { type: 'json' };
import loginctl from '../../src/command/grammars/loginctl.json' with { type: 'json' };
import machinectl from '../../src/command/grammars/machinectl.json' with { type: 'json' };
import networkctl from '../../src/command/grammars/networkctl.json' with { type: 'json' };
import portablectl from '../../src/command/grammars/portablectl.json' with { type: 'json' };
import resolvectl from '../../src/command/grammars/resolvectl.json' with { type: 'json' };
import systemctl from '../../src/command/grammars/systemctl.json' with { type: 'json' };
import analyze from '../../src/command/grammars/systemd-analyze.json' with { type: 'json' };
import timedatectl from '../../src/command/grammars/timedatectl.json' with { type: 'json' };
import { EFFECTS, SETS } from '../../src/command/tools/systemd/effects-table.ts';
import { paths } from './command-paths.ts';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

describe('systemd and its relatives', () => {
  test.each([
    'systemctl',
    'systemctl --failed',
    'systemctl list-units --type=service --no-pager',
    'systemctl list-timers -a',
    'systemctl status nginx',
    'systemctl is-active a b',
    'systemctl show -p MainPID nginx',
    'systemctl cat nginx',
    'systemctl --user list-unit-files',
    'systemctl log-level',
    'systemctl restart --help',
    'journalctl -u nginx -n 50 --since today',
    'journalctl -xeu nginx --no-pager',
    'journalctl -o json _PID=1 _PID=2',
    'journalctl --disk-usage',
    'journalctl -b -1',
    'journalctl --boot -2 -n all',
    'loginctl list-sessions',
    'hostnamectl',
    'hostnamectl hostname',
    'timedatectl show',
    'resolvectl query example.org',
    'resolvectl dns eth0',
    'networkctl status',
    'systemd-analyze blame',
    'busctl list',
    'service nginx status',
    'service --status-all',
    'nginx -t',
    'nginx -V',
    'supervisorctl status',
    'apachectl configtest',
    'certbot certificates',
    'fail2ban-client status sshd',
    'rc-status',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['systemctl restart nginx', 'write'],
    ['systemctl enable --now nginx', 'write'],
    ['systemctl log-level debug', 'write'],
    ['systemctl edit nginx', 'execute,write'],
    ['systemctl reboot', 'destroy,write'],
    ['systemctl clean nginx', 'destroy,write'],
    ['systemctl frob', 'unknown'],
    ['systemctl status --frob nginx', 'read,unknown'],
    ['journalctl --vacuum-size=1G', 'destroy'],
    ['journalctl --rotate', 'write'],
    ['journalctl --rotate --vacuum-time=1s', 'destroy,write'],
    ['journalctl --frob', 'read,unknown'],
    ['loginctl terminate-user bob', 'write'],
    ['loginctl unlock-session 3', 'privilege'],
    ['hostnamectl hostname x', 'write'],
    ['hostnamectl set-hostname x', 'write'],
    ['resolvectl dns eth0 1.1.1.1', 'write'],
    ['networkctl delete br0', 'destroy'],
    ['busctl call a b c d', 'unknown'],
    ['busctl --address=unixexec:path=/bin/sh list', 'read,unknown'],
    ['certbot -v', 'write'],
    ['machinectl shell x', 'execute'],
    ['service nginx stop', 'write'],
    ['service ../../bin/sh', 'execute,unknown'],
    ['service ../x status', 'execute,unknown'],
    ['nginx -s stop', 'write'],
    ['nginx', 'write'],
    ['nginx -t -c /tmp/x', 'read,unknown'],
    ['nginx -g x', 'unknown,write'],
    ['certbot renew --post-hook x', 'unknown,write'],
    ['certbot delete', 'destroy'],
    ['supervisorctl', 'execute'],
  ])('%s: %s', async (words, expected) => {
    expect(effects(await run(words)).join()).toBe(expected);
  });

  it('names units, files and machines', async () => {
    const found = await run('systemctl -H root@db stop a b');
    expect(found.actions.map(({ resource, scope }) => [resource.name, scope['host'], scope['reach']])).toEqual([
      ['a', 'db', 'remote'],
      ['b', 'db', 'remote'],
    ]);
    expect((await run('systemctl link ./x.service')).actions[0]?.resource['path']).toBe('/work/x.service');
    expect(operations(await run('machinectl shell x /bin/rm -rf /y'))).toEqual(['machinectl shell', 'rm rm']);
  });

  it('has a judgement for every verb', () => {
    const trees = {
      busctl,
      hostnamectl,
      localectl,
      loginctl,
      machinectl,
      networkctl,
      portablectl,
      resolvectl,
      systemctl,
      timedatectl,
      'systemd-analyze': analyze,
    };
    for (const [tool, tree] of Object.entries(trees)) {
      const open = paths(tree as unknown as CommandTree).filter(
        (verb) => EFFECTS[tool]?.of(verb) === undefined && SETS[`${tool} ${verb}`] === undefined,
      );
      expect([tool, ...open]).toEqual([tool]);
    }
  });

  it('never throws, and an option it does not know never makes it harmless', async () => {
    const tool = fc.constantFrom('systemctl', 'journalctl', 'busctl', 'service', 'nginx', 'crontab', 'at', 'certbot');
    const words = fc.array(
      fc.constantFrom('status', 'stop', '-n', '--', '-', '', '\0', '--frob', '-u', 'x', '--user', '-l'),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(tool, words, async (name, rest) => {
        expect((await meaning([name, ...rest])).actions.length).toBeGreaterThan(0);
        expect(onlyReads(await meaning([name, '--frobnicate', ...rest]))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what runs later', () => {
  test.each([
    ['crontab -l', 'read'],
    ['crontab -r', 'destroy'],
    ['crontab -e', 'execute,write'],
    ['crontab -u bob -l', 'read'],
    ['crontab tab', 'execute,unknown,write'],
    ['crontab', 'execute,unknown,write'],
    ['crontab -l -r', 'destroy,unknown'],
    ['atq', 'read'],
    ['at -l', 'read'],
    ['at -c 3', 'read'],
    ['atrm 3', 'destroy'],
    ['at now', 'execute,unknown,write'],
  ])('%s: %s', async (words, expected) => {
    expect(effects(await run(words)).join()).toBe(expected);
  });

  it('is judged now where its text can be seen', async () => {
    const table =
      '# jobs\nMAILTO=x\n*/5 * * * * rm -rf /data\n@reboot kubectl delete ns x\n0 0 * * * date +\\%F%input\n';
    const found = await meaning(['crontab', 'tab'], { files: filesOf({ tab: table }) });
    expect(operations(found)).toContain('rm rm');
    expect(operations(found)).toContain('kubectl delete');
    expect(operations(found)).toContain('date date');
    expect(found.opaque).toBe(false);
    expect(found.inputs.map(({ role, path }) => `${role} ${path}`)).toEqual(['script tab']);
  });

  it('is in doubt when a table chooses its own shell, or is no table', async () => {
    for (const table of ['SHELL=/tmp/x\n* * * * * ls\n', '* * *\n', 'x\n']) {
      expect((await meaning(['crontab', 'tab'], { files: filesOf({ tab: table }) })).opaque).toBe(true);
    }
  });
});
