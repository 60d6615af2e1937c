import type { CommandLine } from '../../command-tree.ts';
import { Names } from '../../names.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { isSet, valuesOf } from '../orchestration/by-table.ts';

/**
 * What lets a container reach beyond itself: with any of these, whoever starts it has the powers of the host's root,
 * or the credentials lying on the host. https://docs.docker.com/engine/security/ names them one by one.
 */
export function breaksOut(line: CommandLine): readonly string[] {
  const found: string[] = [];
  if (isSet(line, 'privileged')) found.push('--privileged gives the container every right of the host');
  if (isSet(line, 'use-api-socket')) found.push('--use-api-socket gives the container the daemon');
  for (const name of ['pid', 'ipc', 'userns', 'uts', 'cgroupns']) {
    if (valuesOf(line, name).includes('host')) found.push(`--${name}=host shares the host's`);
  }
  for (const name of ['cap-add', 'device', 'device-cgroup-rule']) {
    if (valuesOf(line, name).length > 0) found.push(`--${name} gives the container more rights`);
  }
  for (const value of valuesOf(line, 'security-opt')) {
    if (!/^no-new-privileges(:true|=true)?$/.test(value)) found.push(`--security-opt ${value} weakens the walls`);
  }
  for (const source of mounted(line)) {
    if (isSensitive(source)) found.push(`${source} of the host is mounted`);
  }
  return found;
}

/** Host paths given to the container. */
export function mounted(line: CommandLine): readonly string[] {
  const sources: string[] = [];
  for (const volume of valuesOf(line, 'volume')) {
    const colon = volume.indexOf(':');
    const source = colon < 0 ? '' : volume.slice(0, colon);
    if (/^[./~]/.test(source)) sources.push(source);
  }
  for (const mount of valuesOf(line, 'mount')) {
    const parts = mount.split(',');
    const source = parts.find((part) => /^(source|src)=/.test(part));
    if (source !== undefined && parts.some((part) => part === 'type=bind' || part === 'type=glob')) {
      sources.push(source.slice(source.indexOf('=') + 1));
    }
  }
  return sources;
}

const WHOLE = new Names(
  '/ /bin /boot /dev /etc /home /lib /lib64 /mnt /opt /proc /root /run /sbin /srv /sys /usr /var /var/lib /var/run /var/log /host ' +
    '/run/docker.sock /var/run/docker.sock /run/containerd /run/podman ~',
);

/** Sockets and directories of those who rule the host. */
const RULES =
  /(^|\/)(docker|containerd|podman|crio|dockershim|buildkitd)\.sock$|^\/(var\/lib\/(docker|containerd|kubelet|containers|etcd|rancher)|etc\/(kubernetes|ssh|cron[a-z.]*|sudoers\.d|systemd|ssl\/private|pam\.d)|root|run\/(systemd|containerd|docker)|proc|sys|dev)(\/|$)/;

/** Where tools keep what lets them act as somebody. */
const KEYS = /(^|\/)\.(ssh|aws|kube|docker|gnupg|azure|config\/gcloud|config\/gh)(\/|$)/;

function isSensitive(source: string): boolean {
  const path = source.length > 1 ? source.replace(/\/+$/, '') || '/' : source;
  return WHOLE.has(path) || RULES.test(path) || KEYS.test(path) || namesSecretFile(path);
}
