import { type Finding, tilde } from '../finding.ts';
import { textOf } from './here.ts';

/** What the account itself may become. */
export function accountFindings(uid: number, gids: readonly number[], file = '/etc/group'): readonly Finding[] {
  if (uid === 0) {
    const hint = 'let agents work as a user who may do less';
    return [{ check: 'ways-around', level: 'warning', subject: 'root', text: 'this account is root', hint }];
  }
  const names = groupNames(textOf(file) ?? '', gids).filter((name) => name in POWERS);
  return names.map((name) => ({
    check: 'ways-around',
    level: 'warning',
    subject: `group ${name}`,
    text: `this account is in the group ${name}, ${POWERS[name]}`,
    where: tilde(file, '/'),
    hint: 'let agents work as a user who is not in it',
  }));
}

const BECOME_ROOT = 'whose members may become root';
const SUDO = 'whose members may become root with sudo or su, at once where no password is asked for';
const POWERS: Readonly<Record<string, string>> = {
  docker: BECOME_ROOT,
  lxd: BECOME_ROOT,
  incus: BECOME_ROOT,
  'incus-admin': BECOME_ROOT,
  libvirt: BECOME_ROOT,
  disk: 'whose members read and write every disk',
  shadow: 'whose members read the hashes of passwords',
  sudo: SUDO,
  wheel: SUDO,
  admin: SUDO,
};

/** Names of these groups by a file as group(5) has it. */
export function groupNames(text: string, gids: readonly number[]): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', , gid = ''] = line.split(':');
    return /^\d+$/.test(gid) && gids.includes(Number(gid)) ? [name] : [];
  });
}
