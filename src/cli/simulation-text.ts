import type { RuleFigures, Tally } from '../audit/simulation.ts';
import { displayArgv, flat, visible } from '../command/display.ts';
import { counted, day } from './figures.ts';
import type { HabitRelief, SimulationReport } from './simulate.ts';
import { table } from './table.ts';

/** `gate policy simulate` for people, in 80 columns. Whatever the log holds is escaped. */

const WIDTH = 80;
/** Rows of each list. */
const MOST = 10;

export function simulationText(report: SimulationReport): string {
  const { commands, since } = report;
  if (commands === 0) return `nothing was recorded since ${day(since)}\n`;
  return [
    ...head(report),
    ...people(report),
    ...rules(report),
    ...denials(report),
    ...changes(report),
    ...advice(report),
  ].join('');
}

function head({ commands, requests, calls, activeDays, since, policy, ...report }: SimulationReport): string[] {
  const row = (name: string, { questions, denied }: Tally, note: string) => [
    name,
    ...[questions, (questions / Math.max(1, activeDays)).toFixed(1), denied].map((each) => String(each).padStart(9)),
    note,
  ];
  const { observed } = report.recorded;
  const tried = policy === undefined ? 'by the policies of now' : `by ${visible(policy)}`;
  return [
    `${counted(commands, 'command')} since ${day(since)}, on ${counted(activeDays, 'day')}: `,
    `${counted(requests, 'request')}, ${counted(calls, 'tool call')}\n\n`,
    table([
      ['', 'questions', '    a day', '   denied', ''],
      row('recorded', report.recorded, observed === 0 ? '' : `${observed} only observed`),
      ...(observed === 0 ? [] : [row('enforced', report.enforced, 'had it not been observed')]),
      row('simulated', report.simulated, tried),
    ]),
    ...(report.repeated === 0
      ? []
      : [`${report.repeated} more ${report.repeated === 1 ? 'was' : 'were'} the same again within the hour\n`]),
    ...(report.nobody === 0
      ? []
      : [`! ${counted(report.nobody, 'question')} nobody could answer: no person is asked\n`]),
  ];
}

function people({ people: all, activeDays }: SimulationReport): string[] {
  if (all.length === 0) return [];
  const rows = all
    .slice(0, MOST)
    .map(({ person, questions, busiest }) => [
      visible(person),
      String(questions),
      (questions / Math.max(1, activeDays)).toFixed(1),
      busiest === null ? '-' : `${busiest.questions} on ${busiest.day}`,
    ]);
  return ['\n', table([['would be asked', 'questions', 'a day', 'most in a day'], ...rows])];
}

function rules({ rules: all, simulated }: SimulationReport): string[] {
  if (all.length === 0) return [];
  const rows = all.slice(0, MOST).flatMap((figures) => {
    const share = `${Math.round((100 * figures.count) / simulated.questions)}%`;
    const alone =
      figures.alone === figures.count ? '' : figures.alone === 0 ? ', never alone' : `, ${figures.alone} by it alone`;
    return [
      `${String(figures.count).padStart(6)} ${share.padStart(4)}  ${visible(figures.rule)}${alone}\n`,
      example(figures),
    ];
  });
  return ['\nasked by rule\n', ...rows, ...left(all.length, 'rule')];
}

function denials({ denials: all }: SimulationReport): string[] {
  if (all.length === 0) return [];
  const rows = all
    .slice(0, MOST)
    .flatMap((figures) => [`${String(figures.count).padStart(6)}       ${visible(figures.rule)}\n`, example(figures)]);
  return ['\ndenied by rule\n', ...rows, ...left(all.length, 'rule')];
}

function changes({ changes: all }: SimulationReport): string[] {
  const changed = all.reduce((sum, { count }) => sum + count, 0);
  if (changed === 0) return ['\nnothing would be decided otherwise than it was\n'];
  const rows = all
    .slice(0, MOST)
    .flatMap(({ from, to, before, after, count, example: newest }) => [
      cut(`${String(count).padStart(6)}  ${from} -> ${to}  ${list(before)} -> ${list(after)}`),
      example({ example: newest }),
    ]);
  return [`\n${changed} would be decided otherwise than they were\n`, ...rows, ...left(all.length, 'kind of change')];
}

function advice({ reliefs, simulated, habits }: SimulationReport): string[] {
  if (simulated.questions === 0) return [];
  if (reliefs.length === 0) {
    const often = habits.some(({ asked }) => asked > 2);
    return often
      ? [
          '\nno rule is proposed: what is asked often is grave, or cannot be seen whole, or\nis not for your policy to allow\n',
        ]
      : [];
  }
  return [
    '\nto be asked less: rules that were tried, and how many questions each removes\n',
    ...reliefs.flatMap(proposal),
    '\n`gate policy simulate --rule 1` prints the first of them as a policy file; take\none, and look again\n',
  ];
}

function proposal({ habit, example: newest, removes }: HabitRelief, index: number): string[] {
  const { principal, meaning } = habit;
  const what = meaning?.tool === meaning?.operation ? meaning?.tool : `${meaning?.tool} ${meaning?.operation}`;
  const named = meaning?.named === true ? ', any name' : '';
  const reach = meaning?.scope['reach'];
  const where = reach === undefined ? '' : `, ${visible(reach)}`;
  const number = `${index + 1}.`.padStart(4);
  return [
    cut(
      `${number}${String(removes).padStart(6)}  allow ${visible(what ?? '?')}${named}${where} for ${visible(principal)}`,
    ),
    example({ example: newest }),
  ];
}

function example({ example: { words, source } }: Pick<RuleFigures, 'example'>): string {
  const [text = ''] = words;
  return cut(`             ${'call' in source ? visible(flat(text)) : displayArgv(words)}`);
}

function left(length: number, what: string): string[] {
  return length <= MOST ? [] : [`${' '.repeat(13)}and ${counted(length - MOST, `other ${what}`)}\n`];
}

function list(names: readonly string[]): string {
  return names.map(visible).join(', ') || '-';
}

function cut(line: string): string {
  return line.length <= WIDTH ? `${line}\n` : `${line.slice(0, WIDTH - 3)}...\n`;
}
