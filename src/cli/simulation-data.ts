import type { Occasion } from '../audit/occasions.ts';
import type { Change, RuleFigures, Tally } from '../audit/simulation.ts';
import { flat } from '../command/display.ts';
import { moment } from './figures.ts';
import { jsonLine } from './json.ts';
import type { HabitRelief, SimulationReport } from './simulate.ts';

/** Of lists that could be long. */
const MOST = 100;

/** `gate policy simulate --json` */
export function simulationData(report: SimulationReport): string {
  const { activeDays, people, rules, denials, changes, reliefs, simulated } = report;
  const perDay = (questions: number) => Number((questions / Math.max(1, activeDays)).toFixed(3));
  const tally = ({ questions, denied }: Tally) => ({ questions, denied, questions_per_day: perDay(questions) });
  return jsonLine({
    schema_version: 1,
    since: moment(report.since) ?? null,
    until: moment(report.until) ?? null,
    days: Number(report.days.toFixed(3)),
    active_days: activeDays,
    policy: report.policy ?? null,
    commands: report.commands,
    requests: report.requests,
    calls: report.calls,
    recorded: { ...tally(report.recorded), observed: report.recorded.observed },
    enforced: tally(report.enforced),
    simulated: tally(simulated),
    repeated: report.repeated,
    nobody: report.nobody,
    people: people.map((each) => ({ ...each, questions_per_day: perDay(each.questions) })),
    rules: rules.slice(0, MOST).map((figures) => ({
      ...ruleData(figures),
      alone: figures.alone,
      share: Number((figures.count / simulated.questions).toFixed(4)),
    })),
    denials: denials.slice(0, MOST).map(ruleData),
    reliefs: reliefs.map(reliefData),
    changes: changes.slice(0, MOST).map(changeData),
    unread: report.unread,
  });
}

function ruleData({ rule, count, example }: RuleFigures) {
  return { rule, count, example: exampleData(example) };
}

function reliefData({ habit, example, text, removes }: HabitRelief) {
  const { principal, rules, asked, meaning } = habit;
  const { tool, operation } = meaning ?? {};
  return { principal, rules, tool, operation, asked, removes, example: exampleData(example), policy: text };
}

function changeData({ from, to, before, after, count, example }: Change) {
  return { from, to, rules_before: before, rules_after: after, count, example: exampleData(example) };
}

function exampleData({ source, words, facts }: Occasion) {
  return {
    id: 'request' in source ? source.request : null,
    call: 'call' in source ? source.call : null,
    argv: 'call' in source ? facts.argv : words.map(flat),
  };
}
