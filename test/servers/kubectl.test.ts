import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access } from '../../src/approval/previews/access.ts';
import { Folder, previewOf } from '../previews/looking.ts';

/**
 * Previews against a real API server: `GATE_TEST_KUBECONFIG=FILE npm run test:servers`, with a cluster whose administrator
 * the file is. Everything happens in a namespace of its own, which is deleted at the end.
 */
const KUBECONFIG = process.env['GATE_TEST_KUBECONFIG'] ?? '';
const NAMESPACE = `gate-test-${process.pid}`;

function kubectl(args: readonly string[], stdin?: string): string {
  const { status, stdout, stderr } = spawnSync('kubectl', ['--kubeconfig', KUBECONFIG, ...args], {
    encoding: 'utf8',
    ...(stdin === undefined ? {} : { input: stdin }),
  });
  if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Everything in the namespace with the version of each: equal when nothing was changed. */
function state(): string {
  return kubectl(['-n', NAMESPACE, 'get', 'configmaps,secrets,deployments', '-o', 'json']).replace(
    /"resourceVersion": "\d+",?\n\s*"selfLink": ""/g,
    '',
  );
}

function configmap(name: string, app: string): object {
  const metadata = { name, namespace: NAMESPACE, labels: { app } };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { colour: 'blue' } };
}

describe.skipIf(KUBECONFIG === '')('previews against a real cluster (needs GATE_TEST_KUBECONFIG)', () => {
  const access: Access = { kind: 'configured', credentials: { kubectl: { kubeconfig: KUBECONFIG } } };
  let folder: Folder;
  const preview = (argv: readonly string[]) => previewOf(argv, folder.path, access, { KUBECONFIG });

  beforeAll(() => {
    folder = new Folder();
    kubectl(['create', 'namespace', NAMESPACE]);
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys', namespace: NAMESPACE } };
    const items = [
      configmap('one', 'web'),
      configmap('two', 'web'),
      configmap('three', 'db'),
      { ...secret, stringData: { key: 'old-value-of-prod' } },
    ];
    kubectl(['apply', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  });
  afterAll(() => {
    kubectl(['delete', 'namespace', NAMESPACE, '--wait=false']);
    folder[Symbol.dispose]();
  });

  test('a delete by selector names what it would delete, and deletes nothing', async () => {
    const before = state();
    const found = await preview(['kubectl', '-n', NAMESPACE, 'delete', 'configmaps', '-l', 'app=web']);
    expect(found).toMatchObject({ kind: 'found', headline: '2 objects' });
    expect(found.lines).toEqual(expect.arrayContaining([`ConfigMap ${NAMESPACE}/one`, `ConfigMap ${NAMESPACE}/two`]));
    expect(state()).toBe(before);
  });

  test('a delete of the namespace counts what is in it', async () => {
    const found = await preview(['kubectl', 'delete', 'namespace', NAMESPACE]);
    expect(found).toMatchObject({ kind: 'found', headline: '1 object' });
    expect(found.lines.join('\n')).toMatch(new RegExp(`in namespace ${NAMESPACE}: \\d+ objects: .*configmaps`));
    expect(kubectl(['get', 'namespace', NAMESPACE, '-o', 'jsonpath={.status.phase}'])).toBe('Active');
  });

  test('an apply says what the server would change, without the values of Secrets, and changes nothing', async () => {
    const before = state();
    const items = [
      { ...configmap('one', 'web'), data: { colour: 'red' } },
      configmap('fresh', 'web'),
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'keys', namespace: NAMESPACE },
        stringData: { key: 'new-value-of-prod' },
      },
    ];
    writeFileSync(join(folder.path, 'm.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
    const found = await preview(['kubectl', 'apply', '-f', 'm.json']);
    expect(found, found.lines.join('; ')).toMatchObject({ kind: 'found' });
    const text = found.lines.join('\n');
    expect(text).toContain(`new: ConfigMap ${NAMESPACE}/fresh`);
    expect(text).toContain(`changed: ConfigMap ${NAMESPACE}/one`);
    expect(text).toContain('data.colour: [not shown] -> [not shown]');
    for (const value of ['old-value-of-prod', 'new-value-of-prod']) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(Buffer.from(value).toString('base64'));
    }
    expect(state()).toBe(before);
  });
});
