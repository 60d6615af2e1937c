/** What the signed note of a bundle says (docs/decisions/0017-policy-bundle.md). Pure. */
export interface Statement {
  readonly name: string;
  /** A whole number from 1; only a higher one follows. */
  readonly version: number;
  /** Milliseconds, whole seconds. */
  readonly created: number;
  /** Milliseconds, whole seconds; absent: never. */
  readonly expires?: number;
  /** Sorted by name. */
  readonly members: readonly { readonly name: string /** Hexadecimal SHA-256. */; readonly sha256: string }[];
}

export const BUNDLE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** What a bundle may hold. */
export const DIRECTORY_MEMBER = 'directory.yaml';
export const MEMBER_NAME = /^(?:directory\.yaml|(?:policies|packs)\/[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.yaml)$/;
export const MOST_MEMBERS = 1000;

const FIRST = 'gate-policy-bundle/v1';
const MEMBER_LINE = /^([0-9a-f]{64}) {2}(\S+)$/;

export function formatStatement({ name, version, created, expires, members }: Statement): string {
  return [
    FIRST,
    `name ${name}`,
    `version ${version}`,
    `created ${second(created)}`,
    `expires ${expires === undefined ? 'never' : second(expires)}`,
    ...members.map((member) => `${member.sha256}  ${member.name}`),
    '',
  ].join('\n');
}

/** Undefined for everything that `formatStatement` would not have written. */
export function parseStatement(text: string): Statement | undefined {
  const [, name = '', version = '', created = '', expires = '', ...rest] = text.split('\n');
  if (rest.length > MOST_MEMBERS + 1) return undefined;
  const members = rest.slice(0, -1).map((line) => {
    const [, sha256 = '', member = ''] = MEMBER_LINE.exec(line) ?? [];
    return { name: member, sha256 };
  });
  const found: Statement = {
    name: name.slice('name '.length),
    version: Number(version.slice('version '.length)),
    created: Date.parse(created.slice('created '.length)),
    ...(expires === 'expires never' ? {} : { expires: Date.parse(expires.slice('expires '.length)) }),
    members,
  };
  const isSound =
    BUNDLE_NAME.test(found.name) &&
    Number.isSafeInteger(found.version) &&
    found.version >= 1 &&
    isSecond(found.created) &&
    (found.expires === undefined || isSecond(found.expires)) &&
    members.every((member, index) => MEMBER_NAME.test(member.name) && member.name > (members[index - 1]?.name ?? ''));
  // One way to write it: whatever else stands there would not come out again.
  return isSound && formatStatement(found) === text ? found : undefined;
}

/** As RFC 3339 has it, in UTC. */
export function second(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** Years of four digits: others are written in another way. */
function isSecond(milliseconds: number): boolean {
  return Number.isInteger(milliseconds / 1000) && milliseconds >= 0 && milliseconds < Date.UTC(10_000, 0);
}
