import { Names } from '../../names.ts';

/**
 * docker has two names for most commands: `docker rm` and `docker container rm` are one. Operations bear the short name,
 * so that a rule needs only one.
 */
const SHORT: Readonly<Record<string, string>> = {
  'container ls': 'ps',
  'container list': 'ps',
  'container ps': 'ps',
  'image ls': 'images',
  'image list': 'images',
  'image rm': 'rmi',
  'image search': 'search',
  'image diff': 'diff',
  'system info': 'info',
  'system events': 'events',
  'builder build': 'build',
  'buildx build': 'build',
  'container mount': 'mount',
  'container unmount': 'unmount',
  'container update': 'update',
  'buildx bake': 'buildx bake',
  'play kube': 'kube play',
  'generate kube': 'kube generate',
};

const OF_CONTAINER = new Names(
  'attach commit cp create diff exec export kill logs pause port rename restart rm run start stats stop top unpause wait init',
);
const OF_IMAGE = new Names('build history import load pull push save tag untag');

/** @param path commands joined by one space */
export function canonical(path: string): string {
  if (Object.hasOwn(SHORT, path)) return SHORT[path] as string;
  if (path.startsWith('container ') && OF_CONTAINER.has(path.slice(10))) return path.slice(10);
  if (path.startsWith('image ') && OF_IMAGE.has(path.slice(6))) return path.slice(6);
  return path;
}
