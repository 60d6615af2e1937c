import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { environmentAt, sealedEnvironment } from '../../../src/command/sealed.ts';
import { makePrivatePlace, sweepPrivatePlaces } from '../../../src/server/run/private-place.ts';
import { GATE } from '../../kit/gate.ts';
import { account, CALLER, Host, isRoot } from './hosted.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gate-places-'));
  chmodSync(root, 0o711);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** As root, or in its own account, the service removes it by itself. */
const nobody = async () => {
  throw new Error('nobody else is needed');
};
const left = () => existsSync(join(root, 'r1'));

describe('the place of a run', () => {
  test('it is the account’s alone, and a command works in it', async () => {
    const place = await makePrivatePlace(root, 'r1', account, nobody);
    expect(statSync(place.home)).toMatchObject({ uid: account.uid, mode: 0o40700 });
    await using host = new Host('bun');
    const environment = environmentAt(sealedEnvironment({}, { user: 'gate-run', tty: false }, []), place, {});
    const script =
      'cd && mkdir -p "$XDG_CONFIG_HOME/tool" && echo secret >"$XDG_CONFIG_HOME/tool/token" && mktemp && pwd';
    const client = await host.run(['/bin/sh', '-c', script], { environment });
    expect(await client.end()).toMatchObject({ exit: { code: 0 } });
    expect(client.text()).toMatch(new RegExp(`^${place.tmp}/tmp\\.\\w+\\n${place.home}\\n$`));
    expect(readFileSync(join(place.home, '.config/tool/token'), 'utf8')).toBe('secret\n');
    await place.remove();
    expect(left()).toBe(false);
  });

  test.skipIf(!isRoot)('the account that asked sees nothing in it (as root only)', async () => {
    const place = await makePrivatePlace(root, 'r1', account, nobody);
    writeFileSync(join(place.home, 'token'), 'secret', { mode: 0o666 });
    for (const path of [place.home, place.tmp]) {
      const tried = spawnSync('/bin/sh', ['-c', `ls ${path}; cat ${path}/token; touch ${path}/mine`], {
        ...CALLER,
        encoding: 'utf8',
      });
      expect(tried.stdout).toBe('');
      expect(tried.status).not.toBe(0);
    }
    expect(spawnSync('/bin/ls', [join(root, 'r1')], CALLER).status).not.toBe(0);
    await place.remove();
  });

  test('links in it lead nowhere when it is removed', async () => {
    const victim = join(root, 'victim');
    mkdirSync(join(victim, 'below'), { recursive: true });
    writeFileSync(join(victim, 'below', 'file'), 'stays');
    const place = await makePrivatePlace(root, 'r1', account, nobody);
    symlinkSync(victim, join(place.home, 'link'));
    mkdirSync(join(place.home, 'a'));
    symlinkSync(join(victim, 'below'), join(place.home, 'a', 'link'));
    symlinkSync('/', join(place.tmp, 'root'));
    // The directory itself has become a link.
    rmSync(place.tmp, { recursive: true });
    symlinkSync(victim, place.tmp);
    await place.remove();
    expect(left()).toBe(false);
    expect(readFileSync(join(victim, 'below', 'file'), 'utf8')).toBe('stays');
  });

  test('deep, closed and odd things go as well', async () => {
    const place = await makePrivatePlace(root, 'r1', account, nobody);
    const script =
      'i=0; while [ $i -lt 1500 ]; do mkdir d && cd d || exit 1; i=$((i+1)); done; touch end; cd; mkfifo pipe; mkdir closed; touch closed/x; chmod 000 closed; touch -- "-rf" "$(printf "new\\nline")"';
    await using host = new Host('bun');
    const client = await host.run(['/bin/sh', '-c', script], {
      cwd: place.home,
      environment: { PATH: '/usr/bin:/bin', HOME: place.home },
    });
    expect(await client.end()).toMatchObject({ exit: { code: 0 } });
    await place.remove();
    expect(left()).toBe(false);
  });

  test('what a killed service left is swept', async () => {
    await makePrivatePlace(root, 'r1', account, nobody);
    await sweepPrivatePlaces(root, nobody);
    expect(left()).toBe(false);
  });

  test('a root that others can write is refused', async () => {
    chmodSync(root, 0o777);
    await expect(makePrivatePlace(root, 'r1', account, nobody)).rejects.toThrow('is no place for the homes of runs');
    chmodSync(root, 0o711);
    await expect(makePrivatePlace(join(root, 'nowhere'), 'r1', account, nobody)).rejects.toThrow('is no place');
  });
});

test('by hand, what empties places removes nothing', () => {
  const directory = join(root, 'runs', '019b76da-a800-7000-8000-000000000000-1', 'home');
  mkdirSync(join(directory, 'kept'), { recursive: true });
  mkdirSync(join(root, 'home', 'kept'), { recursive: true });
  symlinkSync(root, join(root, 'runs', '019b76da-a800-7000-8000-000000000000-2'));
  for (const path of [directory, root, join(root, 'runs', '019b76da-a800-7000-8000-000000000000-2', 'home')]) {
    const { status, stderr } = spawnSync(GATE, ['serve', '--empty', path], { encoding: 'utf8' });
    expect({ path, status, stderr }).toMatchObject({
      status: 64,
      stderr: expect.stringContaining('started by the service'),
    });
  }
  expect(existsSync(join(directory, 'kept')) && existsSync(join(root, 'home', 'kept'))).toBe(true);
});
