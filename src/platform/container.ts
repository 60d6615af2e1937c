import { existsSync } from 'node:fs';

/** What Docker and Podman put into every container. */
const MARKS = ['/.dockerenv', '/run/.containerenv'];

/**
 * Whether this machine is known to be a container. A container that hides it is not found: then what the CI system says
 * counts.
 *
 * @param environment Kubernetes gives every container KUBERNETES_SERVICE_HOST
 */
export function inContainer(
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean = existsSync,
): boolean {
  return Boolean(environment['KUBERNETES_SERVICE_HOST']) || MARKS.some((path) => exists(path));
}
