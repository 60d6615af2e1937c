import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CommandTree } from '../../src/command/command-tree.ts';
import docker from '../../src/command/grammars/docker.json' with { type: 'json' };
import podman from '../../src/command/grammars/podman.json' with { type: 'json' };
import { canonical } from '../../src/command/tools/containers/canonical.ts';
import { EFFECTS } from '../../src/command/tools/containers/effects-table.ts';
import { paths } from './command-paths.ts';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

describe('docker and podman', () => {
  test.each([
    'docker ps -a --format {{.Names}}',
    'docker container ls',
    'docker images -q',
    'docker logs -f --tail 10 web',
    'docker inspect -f {{.State.Status}} web',
    'docker volume ls',
    'docker system df -v',
    'docker compose -f a.yml ps --services',
    'docker compose config --services',
    'docker-compose logs web',
    'docker buildx ls',
    'docker stop --help',
    'docker --version',
    'docker run -h host --help',
    'docker search nginx',
    'docker help ps',
    'podman ps -a',
    'podman image tree x',
    'podman secret ls',
    'nerdctl -n k8s.io ps',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['docker rm -f web', 'destroy'],
    ['docker container rm web', 'destroy'],
    ['docker rmi x', 'destroy'],
    ['docker system prune -af --volumes', 'destroy'],
    ['docker compose down -v', 'destroy'],
    ['docker stack rm prod', 'destroy'],
    ['podman system reset --force', 'destroy'],
    ['docker stop web', 'write'],
    ['docker tag a b', 'write'],
    ['docker pull x', 'write'],
    ['docker push r/x', 'export,write'],
    ['docker save -o x.tar img', 'export,write'],
    ['docker export web', 'export'],
    ['docker login r.io', 'privilege'],
    ['docker run x', 'execute'],
    ['docker run --privileged x', 'execute,privilege'],
    ['docker run -v /:/host x', 'execute,privilege'],
    ['docker run -v /var/run/docker.sock:/var/run/docker.sock x', 'execute,privilege'],
    ['docker run --mount type=bind,src=/etc,dst=/e x', 'execute,privilege'],
    ['docker run --pid=host x', 'execute,privilege'],
    ['docker run --cap-add SYS_ADMIN x', 'execute,privilege'],
    ['docker run --security-opt no-new-privileges x', 'execute'],
    ['docker run -v data:/data -v /srv/app:/app x', 'execute'],
    ['docker create -v /root:/r x', 'privilege,write'],
    ['docker exec web', 'execute'],
    ['docker attach web', 'execute'],
    ['docker build .', 'execute'],
    ['docker build --push -t r/x .', 'execute,export'],
    ['docker build --secret id=a,src=/home/dev/.aws/credentials .', 'execute,secret'],
    ['docker build https://example.org/x.git', 'execute,unknown'],
    ['docker compose up -d', 'execute,write'],
    ['docker cp ./x web:/x', 'write'],
    ['docker cp web:/x ./x', 'read,write'],
    ['docker cp web:/x -', 'read'],
    ['docker inspect --format {{.Config.Env}} web', 'read,secret'],
    ['docker swarm join-token worker', 'secret'],
    ['docker context export x', 'export,secret'],
    ['docker service create nginx', 'execute,write'],
    ['podman generate systemd --files x', 'write'],
    ['podman kube generate -f x.yaml web', 'read,write'],
    ['podman secret inspect --showsecret x', 'read,secret'],
  ])('%s: %s', async (words, expected) => {
    expect(effects(await run(words)).join()).toBe(expected);
  });

  it('judges the words inside as a command elsewhere', async () => {
    const found = await run('docker exec -it web rm -rf ./data');
    expect(operations(found)).toEqual(['docker exec', 'rm rm']);
    expect(found.actions[1]?.scope['reach']).toBe('remote');
    expect(effects(await run('docker compose run --rm app rm -rf /x'))).toEqual(['destroy', 'execute']);
    expect(effects(await run('docker run --entrypoint rm alpine -rf /x'))).toEqual(['destroy', 'execute']);
  });

  it('names every object, and both spellings alike', async () => {
    const found = await run('docker container rm a b');
    expect(operations(found)).toEqual(['docker rm', 'docker rm']);
    expect(found.actions.map(({ resource }) => resource.name)).toEqual(['a', 'b']);
  });

  it('knows which daemon is meant', async () => {
    const scope = async (words: string, environment = {}, files = {}) =>
      (await meaning(words.split(' '), { environment, files: filesOf(files) })).actions[0]?.scope;
    expect(await scope('docker ps')).toEqual({ reach: 'machine' });
    expect(await scope('docker -H tcp://10.0.0.1:2375 ps')).toEqual({
      host: '10.0.0.1',
      port: '2375',
      reach: 'remote',
    });
    expect(await scope('docker ps', { DOCKER_HOST: 'ssh://root@db' })).toEqual({
      host: 'db',
      user: 'root',
      reach: 'remote',
    });
    expect(await scope('docker --context prod ps')).toEqual({ context: 'prod', reach: 'remote' });
    expect(await scope('docker --context prod ps', { DOCKER_HOST: 'tcp://a:1' })).toEqual({
      context: 'prod',
      reach: 'remote',
    });
    const config = { '/home/dev/.docker/config.json': '{"currentContext":"prod"}' };
    expect(await scope('docker ps', {}, config)).toEqual({ context: 'prod', reach: 'remote' });
    expect(await scope('docker ps', {}, { '/home/dev/.docker/config.json': '{' })).toEqual({ reach: 'machine' });
    expect(await scope('podman --url ssh://core@vm:22/run/p.sock ps')).toMatchObject({ host: 'vm', user: 'core' });
  });

  it('builds the project as a build of the project', async () => {
    const found = await meaning(['docker', 'build', '-f', 'Dockerfile', '.'], {
      files: filesOf({ Dockerfile: 'FROM x' }),
    });
    expect(found.actions[0]?.resource).toEqual({ kind: 'build', path: '/work' });
    expect(found.inputs.map(({ role, path }) => `${role} ${path}`)).toEqual(['dockerfile Dockerfile']);
  });

  it('takes the file docker looks for as an input', async () => {
    const inputs = async (words: string, files: Record<string, string>) =>
      (await meaning(words.split(' '), { files: filesOf(files) })).inputs.map(({ role, path }) => `${role} ${path}`);
    expect(await inputs('docker build app', { 'app/Dockerfile': 'FROM x' })).toEqual(['dockerfile app/Dockerfile']);
    expect(await inputs('docker compose up -d', { 'compose.yaml': '' })).toEqual(['manifest compose.yaml']);
    expect(await inputs('docker compose -f a.yml -f b.yml up', { 'a.yml': '' })).toEqual([
      'manifest a.yml',
      'manifest b.yml',
    ]);
  });

  it('keeps passwords', async () => {
    expect((await run('docker login -u a -p hunter22 r.io')).secrets).toEqual(['hunter22']);
  });

  test.each([
    'docker foo',
    'docker ps --frob',
    'docker container frob',
    'docker rm --frob x',
    'docker --config /tmp/x ps',
    'docker compose frob',
    'docker $X',
    'podman --runtime /tmp/x ps',
    'podman --out /tmp/x ps',
    'podman --storage-opt overlay.mount_program=/tmp/x ps',
  ])('%s is in doubt', async (words) => {
    expect(effects(await run(words.replace('$X', '\0')))).toContain('unknown');
  });

  it('has a judgement for every command of both trees', () => {
    for (const tree of [docker, podman] as unknown as CommandTree[]) {
      const open = paths(tree).filter((path) => EFFECTS.of(canonical(path)) === undefined);
      expect(open).toEqual([]);
    }
  });

  it('never throws, and an option it does not know never makes it harmless', async () => {
    const words = fc.array(
      fc.constantFrom(
        'docker',
        'run',
        'ps',
        '-v',
        '/:/x',
        '--',
        '--frob',
        'exec',
        'compose',
        'rm',
        '\0',
        '-',
        '',
        'a:b',
        '--format',
        '=',
        '-H',
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(words, async (rest) => {
        const found = await meaning(['docker', ...rest]);
        expect(found.actions.length).toBeGreaterThan(0);
        const more = await meaning(['docker', '--frobnicate', ...rest]);
        expect(effects(more)).toContain('unknown');
      }),
      { numRuns: 200 },
    );
  });
});
