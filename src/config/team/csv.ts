import { CsvError, parse } from 'csv-parse/sync';
import { sshKey } from '../../approval/factors/ssh-key.ts';
import { printable } from '../../policy/diagnostic.ts';
import { groupName, identities, personName } from '../document.ts';
import type { LeftOut, Sighting, Team } from './sighting.ts';
import { sourceError } from './source-error.ts';

/** A table of people: RFC 4180, a header, one person a row. Pure. */

type Column = 'id' | 'name' | 'email' | 'os' | 'host' | 'slack' | 'teams' | 'github' | 'ssh_keys' | 'groups';

/** What a header may say, in any case; blanks and `-` count as `_`. */
const COLUMNS: Readonly<Record<string, Column>> = {
  id: 'id',
  name: 'name',
  email: 'email',
  e_mail: 'email',
  os: 'os',
  os_user: 'os',
  host: 'host',
  slack: 'slack',
  slack_id: 'slack',
  teams: 'teams',
  teams_id: 'teams',
  github: 'github',
  github_login: 'github',
  ssh_key: 'ssh_keys',
  ssh_keys: 'ssh_keys',
  group: 'groups',
  groups: 'groups',
};

/** Several in one cell. A key has blanks of its own, so keys stand on lines of the cell. */
const SEPARATOR: Readonly<Partial<Record<Column, RegExp>>> = { groups: /[;,\s]+/, ssh_keys: /[;\n\r]+/ };

/**
 * @param file its name, for messages
 * @throws GateError CONFIG_INVALID with line and column of everything that is wrong
 */
export function peopleOfCsv(text: string, file: string): Team {
  const rows = rowsOf(text, file);
  const header = rows[0];
  if (header === undefined) throw sourceError(file, [{ place: '1', text: 'the table is empty' }]);
  const columns = columnsOf(header, file);
  const faults: { place: string; text: string }[] = [];
  const sightings: Sighting[] = [];
  const leftOut: LeftOut[] = [];
  for (const { line, cells } of rows.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== header.cells.length) {
      faults.push({
        place: `${line}`,
        text: `the row has ${cells.length} cells, and the header ${header.cells.length}`,
      });
      continue;
    }
    const row = new Map<Column, readonly string[]>();
    for (const [index, column] of columns.entries()) {
      if (column === undefined) continue;
      const values = valuesOf(cells[index] ?? '', column);
      for (const value of values) {
        const fault = faultOf(value, column);
        if (fault !== undefined) {
          const shown = printable(value.length > 60 ? `${value.slice(0, 60)}...` : value);
          faults.push({ place: `${line}`, text: `column ${column} (${index + 1}): \`${shown}\` ${fault}` });
        }
      }
      row.set(column, values);
    }
    if ((row.get('id') ?? []).length > 1) {
      faults.push({ place: `${line}`, text: `column id (${columns.indexOf('id') + 1}): one person has one id` });
    }
    const fault = hostFault(row);
    if (fault !== undefined)
      faults.push({ place: `${line}`, text: `column host (${columns.indexOf('host') + 1}): ${fault}` });
    const sighting = sightingOf(row, `${file}:${line}`);
    const known = sighting.github.length + Object.values(sighting.identities).flat().length;
    if (known > 0 || sighting.id !== undefined) sightings.push(sighting);
    else leftOut.push({ at: sighting.at, who: sighting.name ?? `row ${line}`, why: 'the row has no identity' });
  }
  if (faults.length > 0) throw sourceError(file, faults);
  const unused = header.cells.filter((_, index) => columns[index] === undefined).map((cell) => `\`${cell}\``);
  const notes = unused.length === 0 ? [] : [`${file}: columns that gate does not use: ${unused.join(', ')}`];
  return { sightings, leftOut, closed: [], notes };
}

interface Row {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

function rowsOf(text: string, file: string): readonly Row[] {
  try {
    const options = { bom: true, info: true, relax_column_count: true, delimiter: delimiterOf(text) } as const;
    const found = parse(text, options) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return found
      .map(({ record, info }) => ({ line: info.lines - newlines(record), cells: record }))
      .filter(({ cells }) => cells.length > 1 || (cells[0] ?? '').trim() !== '');
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const { lines, column } = cause as unknown as { lines?: number; column?: number | string };
    const where = typeof column === 'number' ? `column ${column + 1}: ` : '';
    throw sourceError(file, [{ place: `${lines ?? 1}`, text: `${where}${faultWords(cause.code)}` }], cause);
  }
}

function faultWords(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote is opened here and never closed';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'something stands between a closing quote and the next cell';
  if (code === 'INVALID_OPENING_QUOTE') return 'a quote stands inside a cell that does not begin with one';
  return 'this is no table as RFC 4180 has it';
}

/** Spreadsheets of half the world write semicolons. */
function delimiterOf(text: string): string {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  return [',', ';', '\t'].find((each) => header.includes(each)) ?? ',';
}

function newlines(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function columnsOf({ cells, line }: Row, file: string): readonly (Column | undefined)[] {
  const columns = cells.map((cell) => {
    const name = cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    return Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined;
  });
  const twice = columns.findIndex((column, index) => column !== undefined && columns.indexOf(column) < index);
  if (twice >= 0) throw sourceError(file, [{ place: `${line}`, text: `the header names \`${columns[twice]}\` twice` }]);
  if (
    columns.every((column) => column === undefined || column === 'name' || column === 'groups' || column === 'host')
  ) {
    const wanted = 'id, name, email, os, host, slack, teams, github, ssh_keys, groups';
    throw sourceError(file, [
      { place: `${line}`, text: `the header names nothing that tells people apart; gate knows ${wanted}` },
    ]);
  }
  return columns;
}

function valuesOf(cell: string, column: Column): readonly string[] {
  if (column === 'name') return cell.trim() === '' ? [] : [cell.trim()];
  const values = cell
    .split(SEPARATOR[column] ?? /[;\s]+/)
    .map((value) => value.trim())
    .filter((value) => value !== '')
    .map((value) => (column === 'email' ? value.toLowerCase() : column === 'github' ? value.replace(/^@/, '') : value));
  return [...new Set(values)];
}

/** What `config.yaml` would refuse, said where it stands; and what a spreadsheet would run. */
function faultOf(value: string, column: Column): string | undefined {
  if (column === 'name') return undefined;
  if (/^[=+@-]/.test(value)) return 'looks like a formula of a spreadsheet';
  switch (column) {
    case 'id':
      return personName.safeParse(value).error?.issues[0]?.message;
    case 'groups':
      if (value === 'owners' || value === 'target-owner') return 'is built in';
      return groupName.safeParse(value).error?.issues[0]?.message;
    case 'github':
      return /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})$/.test(value) ? undefined : 'is no GitHub login';
    case 'slack':
      if (!/^[A-Z0-9]{2,}$/.test(value))
        return 'is no Slack id such as U012AB3CD, which the profile shows as the member ID';
      return identities.slack.safeParse(value).error?.issues[0]?.message;
    case 'email':
      return isEmail(value) ? undefined : 'is no e-mail address';
    case 'host':
      return /^[A-Za-z0-9._-]{1,128}$/.test(value) ? undefined : 'is no name of a host';
    default:
      return identities[column].safeParse(value).error?.issues[0]?.message;
  }
}

export function isEmail(text: string): boolean {
  return /^[^@]+@[^@]+$/.test(text) && !/^[=+-]/.test(text) && identities.email.safeParse(text).success;
}

function hostFault(row: ReadonlyMap<Column, readonly string[]>): string | undefined {
  const hosts = row.get('host') ?? [];
  if (hosts.length === 0) return undefined;
  const accounts = row.get('os') ?? [];
  if (accounts.length !== 1) return 'needs one account in the column os';
  return accounts[0]?.includes('@') ? 'the account names a host already' : undefined;
}

function sightingOf(row: ReadonlyMap<Column, readonly string[]>, at: string): Sighting {
  const all = (column: Column) => row.get(column) ?? [];
  const [account] = all('os');
  const hosts = all('host');
  const [id] = all('id');
  const [name] = all('name');
  return {
    at,
    source: 'csv',
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    handles: [],
    identities: {
      os: account !== undefined && hosts.length > 0 ? hosts.map((host) => `${account}@${host}`) : all('os'),
      email: all('email'),
      slack: all('slack'),
      teams: all('teams'),
      ssh_keys: [...new Set(all('ssh_keys').map((key) => sshKey(key)?.line ?? key))],
    },
    github: all('github'),
    groups: all('groups'),
  };
}
