import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CommandTree } from '../../src/command/command-tree.ts';
import tree from '../../src/command/grammars/terraform.json' with { type: 'json' };
import type { Files } from '../../src/command/reader.ts';
import { EFFECTS } from '../../src/command/tools/terraform/effects-table.ts';
import { typeOf } from '../../src/command/tools/terraform/plan.ts';
import { plannedChanges } from '../../src/command/tools/terraform/plan-file.ts';
import { paths } from './command-paths.ts';
import { effects, filesOf, meaning, onlyReads, operations } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

/** A plan as terraform writes it: a zip with one deflated entry, a protocol buffer inside. */
function planOf(
  changes: readonly (readonly [address: string, action: number])[],
  version = 3,
  extra: readonly number[] = [],
): Uint8Array {
  const text = (field: number, value: string) => [field * 8 + 2, value.length, ...Buffer.from(value)];
  const change = ([address, action]: readonly [string, number]) => {
    const inner = [...text(8, 'provider["x"]'), 9 * 8 + 2, 2, 1 * 8, action, ...text(13, address)];
    return [3 * 8 + 2, inner.length, ...inner];
  };
  const plan = Buffer.from([8, version, ...changes.flatMap(change), ...extra, ...text(14, '1.11.4')]);
  return zipOf([['tfplan', plan]]);
}

function zipOf(entries: readonly (readonly [string, Buffer])[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, ...central, end]);
}

const withFile = (wanted: string, bytes: Uint8Array): Files => ({
  read: (path) =>
    path === wanted ? { path, bytes, digest: `sha256:${'1'.repeat(64)}`, size: bytes.length } : undefined,
  stdin: () => undefined,
  realpath: () => undefined,
});

describe('terraform', () => {
  test.each([
    'terraform validate',
    'terraform validate -json',
    'terraform fmt -check -recursive',
    'terraform fmt -write=false -diff',
    'terraform output',
    'terraform show',
    'terraform state list',
    'terraform state show a.b',
    'terraform state mv -dry-run a.b a.c',
    'terraform workspace list',
    'terraform providers',
    'terraform providers schema -json',
    'terraform graph',
    'terraform version',
    'terraform --version',
    'terraform apply -help',
    'tofu validate',
    'terraform -chdir=infra state list',
    'terragrunt --version',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['terraform plan', 'execute,read'],
    ['terraform plan -out=p', 'execute,read,write'],
    ['terraform apply', 'destroy,write'],
    ['terraform apply -auto-approve', 'destroy,write'],
    ['terraform apply -destroy', 'destroy'],
    ['terraform apply -refresh-only', 'write'],
    ['terraform destroy -auto-approve', 'destroy'],
    ['terraform fmt', 'write'],
    ['terraform init', 'write'],
    ['terraform init -plugin-dir=/tmp/p', 'unknown,write'],
    ['terraform state rm a.b', 'destroy'],
    ['terraform state push x', 'destroy,write'],
    ['terraform state pull', 'read,secret'],
    ['terraform output -json', 'read,secret'],
    ['terraform output password', 'read,secret'],
    ['terraform show -json', 'read,secret'],
    ['terraform login', 'privilege'],
    ['terraform console', 'execute'],
    ['terraform workspace delete x', 'destroy'],
    ['terraform test', 'execute,write'],
    ['terraform frob', 'unknown'],
    ['terraform apply -frob', 'destroy,unknown,write'],
    ['terragrunt destroy-all', 'destroy,execute'],
    ['terragrunt run --all apply', 'destroy,execute,write'],
    ['terragrunt run-all output', 'execute,read'],
    ['terragrunt frob', 'execute,unknown'],
  ])('%s: %s', async (words, expected) => {
    expect(effects(await run(words)).join()).toBe(expected);
  });

  it('runs the project when it plans, and writes where it is told', async () => {
    const found = await run('terraform -chdir=infra plan -out=p');
    expect(found.actions.map(({ effects: [effect], resource }) => [effect, resource.kind, resource['path']])).toEqual([
      ['read', undefined, undefined],
      ['execute', 'build', '/work/infra'],
      ['write', 'file', '/work/infra/p'],
    ]);
  });

  it('does not count on what only the shell will know', async () => {
    expect(effects(await meaning(['terraform', 'fmt', '-check=\0']))).toEqual(['write']);
    expect(effects(await meaning(['terraform', 'apply', '-refresh-only=\0']))).toEqual(['destroy', 'write']);
    expect(effects(await meaning(['terraform', 'apply', '-help=\0']))).toContain('destroy');
  });

  it('knows the workspace', async () => {
    const scope = async (environment: Record<string, string>, files = {}) =>
      (await meaning(['terraform', 'destroy'], { environment, files: filesOf(files) })).actions[0]?.scope['workspace'];
    expect(await scope({})).toBeUndefined();
    expect(await scope({ TF_WORKSPACE: 'prod' })).toBe('prod');
    expect(await scope({}, { '/work/.terraform/environment': 'stage\n' })).toBe('stage');
  });

  it('keeps what is secret', async () => {
    const found = await meaning(['terraform', 'apply', '-var', 'db_password=hunter22', '-var', 'size=large'], {
      environment: { TF_VAR_token: 'abcdef', TF_VAR_name: 'plain' },
    });
    expect(found.secrets).toEqual(['hunter22', 'abcdef']);
    expect(found.pins).toContain('TF_VAR_name');
  });

  it('has a judgement for every command', () => {
    const unseen = ['stacks', 'rpcapi', 'push', 'metadata'];
    const open = paths(tree as unknown as CommandTree).filter((path) => EFFECTS.of(path) === undefined);
    expect(open.filter((path) => !unseen.includes(path))).toEqual([]);
  });
});

describe('a saved plan', () => {
  const applied = (bytes: Uint8Array) => meaning(['terraform', 'apply', 'p'], { files: withFile('/work/p', bytes) });

  it('says what its apply will do', async () => {
    const found = await applied(
      planOf([
        ['aws_instance.a', 1],
        ['aws_iam_role.r', 3],
        ['module.x["a.b"].aws_db_instance.d[0]', 6],
        ['aws_vpc.v', 0],
        ['aws_s3_bucket.b', 5],
      ]),
    );
    expect(found.actions.map(({ effects: all, resource }) => [all.join(), resource.kind, resource.name])).toEqual([
      ['write', 'aws_instance', 'aws_instance.a'],
      ['write,privilege', 'aws_iam_role', 'aws_iam_role.r'],
      ['write,destroy', 'aws_db_instance', 'module.x["a.b"].aws_db_instance.d[0]'],
      ['destroy', 'aws_s3_bucket', 'aws_s3_bucket.b'],
    ]);
    expect(found.inputs.map(({ role }) => role)).toEqual(['plan']);
    expect(found.opaque).toBe(false);
  });

  it('with nothing to change is a write and no more', async () => {
    expect(effects(await applied(planOf([['aws_vpc.v', 0]])))).toEqual(['write']);
  });

  it('of many changes is told by numbers', async () => {
    const many = Array.from({ length: 60 }, (_, index) => [`aws_vpc.v${index}`, index % 2 === 0 ? 1 : 5] as const);
    expect((await applied(planOf(many))).actions.map(({ resource }) => resource['count'])).toEqual(['30', '30']);
  });

  it('that is not understood may do anything', async () => {
    const field30 = [0xf2, 0x01, 0];
    for (const bytes of [
      planOf([], 4),
      planOf([['a.b', 4]]),
      planOf([['a.b', 11]]),
      planOf([], 3, field30),
      Buffer.from('x'),
    ]) {
      expect(plannedChanges(bytes)).toBeUndefined();
      expect(effects(await applied(bytes))).toEqual(['destroy', 'write']);
    }
    const twice = Buffer.from([8, 3]);
    expect(
      plannedChanges(
        zipOf([
          ['tfplan', twice],
          ['tfplan', twice],
        ]),
      ),
    ).toBeUndefined();
    expect(operations(await run('terraform apply p'))).toEqual(['terraform apply']);
  });

  it('never crashes the reader', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void plannedChanges(bytes)));
    const plan = planOf([['aws_vpc.v', 1]]);
    fc.assert(
      fc.property(fc.nat(plan.length - 1), fc.nat(255), (at, byte) => {
        const broken = Uint8Array.from(plan);
        broken[at] = byte;
        plannedChanges(broken);
      }),
    );
  });

  it('names the type behind an address', () => {
    expect(typeOf('module.a["x.y"].data.aws_x.y')).toBe('aws_x');
    expect(typeOf('odd')).toBe('odd');
  });
});
