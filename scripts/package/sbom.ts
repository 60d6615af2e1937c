import { createHash } from 'node:crypto';
import type { Bundled } from '../bundled.ts';

/** What is in a release, as CycloneDX 1.6: exactly the packages whose code the executable holds, its runtime included. */
export function sbom(parts: {
  readonly version: string;
  /** `linux-x64` */
  readonly platform: string;
  readonly packages: readonly Bundled[];
  /** Names of the packages that gate itself declares. */
  readonly declared: ReadonlySet<string>;
  /** SHA-256 of the executable, as hex. */
  readonly executable: string;
  /** Seconds since 1970. */
  readonly seconds: number;
}): object {
  const { version, platform, packages, declared, executable, seconds } = parts;
  const self = `pkg:generic/gate@${version}?arch=${platform}`;
  const references = new Map(packages.map((each) => [`${each.name} ${each.version}`, purl(each)]));
  const direct = packages.filter(({ name }) => declared.has(name));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(`${executable} ${platform}`)}`,
    version: 1,
    metadata: {
      timestamp: new Date(seconds * 1000).toISOString(),
      component: {
        type: 'application',
        'bom-ref': self,
        name: 'gate',
        version,
        purl: self,
        licenses: [{ license: { id: 'Apache-2.0' } }],
        hashes: [{ alg: 'SHA-256', content: executable }],
      },
    },
    components: packages.map(component),
    dependencies: [
      { ref: self, dependsOn: direct.map(purl) },
      ...packages.map((each) => ({ ref: purl(each), dependsOn: each.needs.map((need) => references.get(need)!) })),
    ],
  };
}

function component(each: Bundled) {
  const { name, version, licence, author, homepage, integrity } = each;
  const [scope, bare] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return {
    // Bun is not a library of ours: it is the runtime that the executable is made of.
    type: name === 'bun' ? 'platform' : 'library',
    'bom-ref': purl(each),
    ...(scope === undefined ? {} : { group: scope }),
    name: bare!,
    version,
    purl: purl(each),
    ...(author === '' ? {} : { authors: [{ name: author }] }),
    licenses: [{ license: { id: licence } }],
    ...(integrity === undefined ? {} : { hashes: [hash(integrity)] }),
    ...(/^https?:/.test(homepage) ? { externalReferences: [{ type: 'website', url: homepage }] } : {}),
  };
}

/** https://github.com/package-url/purl-spec: the `@` of a scope is escaped, its slash is not. */
function purl({ name, version }: Pick<Bundled, 'name' | 'version'>): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function hash(integrity: string) {
  const [algorithm = '', base64 = ''] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}

/** The same release has the same number: UUID version 8, from a digest. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
