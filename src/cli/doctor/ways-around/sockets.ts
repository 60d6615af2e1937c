import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { realOf } from '../installation.ts';
import { type Here, namesIn, under, wayAround } from './here.ts';
import { identitiesIn } from './ssh-agent.ts';

/** Programs that act for whoever reaches their socket. */
export async function sockets(here: Here): Promise<readonly Finding[]> {
  return [...(await sshAgent(here)), ...gpgAgent(here), ...gitCache(here), ...containerServices(here)];
}

async function sshAgent({ environment, home }: Here): Promise<Finding[]> {
  const socket = environment['SSH_AUTH_SOCK'] ?? '';
  if (!socket.startsWith('/') || !isOpenSocket(socket)) return [];
  const keys = await identitiesIn(socket);
  if (keys === 0) return [];
  const what =
    keys === undefined
      ? 'an SSH agent that did not say what keys it has'
      : `an SSH agent with ${keys} ${keys === 1 ? 'key' : 'keys'}`;
  const hint =
    'start the agent program with SSH_AUTH_SOCK unset, or add keys with `ssh-add -c`, which asks at each use';
  const level = keys === undefined ? 'note' : 'warning';
  return [wayAround({ subject: 'ssh-agent', what, paths: [socket], hint, level }, home)];
}

/** Only looked for: to connect would start it. */
function gpgAgent(here: Here): Finding[] {
  const folder = under(here, 'GNUPGHOME', '.gnupg');
  const runtime = here.environment['XDG_RUNTIME_DIR'];
  const places = [join(folder, 'S.gpg-agent'), ...(runtime ? [join(runtime, 'gnupg/S.gpg-agent')] : [])];
  const keys = namesIn(join(folder, 'private-keys-v1.d')).filter((path) => path.endsWith('.key')).length;
  const paths = places.filter(isOpenSocket);
  if (keys === 0 || paths.length === 0) return [];
  const what = `a GPG agent for ${keys} secret ${keys === 1 ? 'key' : 'keys'}, which may remember their passphrases`;
  const hint = 'set `default-cache-ttl 0` in gpg-agent.conf, or keep the keys on a card that wants to be touched';
  return [wayAround({ subject: 'gpg-agent', what, paths, hint }, here.home)];
}

function gitCache(here: Here): Finding[] {
  const paths = [
    join(under(here, 'XDG_CACHE_HOME', '.cache'), 'git/credential/socket'),
    join(here.home, '.git-credential-cache/socket'),
  ].filter(isOpenSocket);
  if (paths.length === 0) return [];
  const what = 'passwords that git remembers for a while';
  return [wayAround({ subject: 'git-cache', what, paths, hint: 'git credential-cache exit' }, here.home)];
}

function containerServices({ environment, home }: Here): Finding[] {
  const runtime = environment['XDG_RUNTIME_DIR'];
  const named = /^unix:\/\/(\/.*)$/.exec(environment['DOCKER_HOST'] ?? '')?.[1];
  const services: readonly (readonly [string, string, readonly (string | undefined)[]])[] = [
    [
      'docker-socket',
      'Docker',
      [
        named,
        '/run/docker.sock',
        '/var/run/docker.sock',
        join(home, '.docker/run/docker.sock'),
        runtime && join(runtime, 'docker.sock'),
      ],
    ],
    ['podman-socket', 'Podman', ['/run/podman/podman.sock', runtime && join(runtime, 'podman/podman.sock')]],
    ['containerd-socket', 'containerd', ['/run/containerd/containerd.sock', '/run/k3s/containerd/containerd.sock']],
    ['crio-socket', 'CRI-O', ['/run/crio/crio.sock']],
    [
      'lxd-socket',
      'LXD',
      ['/var/snap/lxd/common/lxd/unix.socket', '/var/lib/lxd/unix.socket', '/var/lib/incus/unix.socket'],
    ],
  ];
  return services.flatMap(([subject, name, places]) => {
    const open = places.filter((path): path is string => path !== undefined && isOpenSocket(path));
    const paths = [...new Set(open.map(realOf))];
    if (paths.length === 0) return [];
    const what = `${name} can be told to do anything, often as root`;
    const hint = 'let agents work as a user who cannot write to the socket, or with a rootless service';
    return [wayAround({ subject, what, paths, hint }, home)];
  });
}

function isOpenSocket(path: string): boolean {
  try {
    if (!statSync(path).isSocket()) return false;
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
