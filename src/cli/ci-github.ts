import { factLines, type Outcome } from './ci-outcome.ts';
import { unheard } from './unheard.ts';

/** An outcome as GitHub Actions shows it. Pure; whatever a requester said comes out as text and as nothing else. */

/**
 * For `$GITHUB_STEP_SUMMARY`. All that is not fixed words stands in one fenced block, where Markdown knows neither HTML
 * nor links nor mentions; the fence is longer than any run of backticks inside.
 */
export function summaryMarkdown({ headline, facts }: Outcome): string {
  const body = factLines(facts).join('\n');
  const longest = Math.max(0, ...[...body.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `#### ${headline}\n\n${fence}text\n${body}\n${fence}\n\n`;
}

/** An annotation; undefined when the command ran and ended well. */
export function annotation({ headline, facts, kind, status }: Outcome): string | undefined {
  if (kind === 'ran' && status === 0) return undefined;
  const shown = facts.filter(({ label }) => SHOWN.includes(label));
  const message = [headline, ...factLines(shown)].join('\n').slice(0, LONGEST);
  return `::error title=${property('gate')}::${data(unheard(message))}\n`;
}

const SHOWN: readonly string[] = ['decision', 'because', 'why not', 'ask', 'request', 'ended'];
const LONGEST = 4000;

/** As the runner unescapes them. A percent sign first, or the others would be escaped twice. */
export function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** For `$GITHUB_OUTPUT`. Every value is of a closed list, a number or an id: none can begin another line. */
export function outputLines({ request, decision, reason, status, ran }: Outcome): string {
  const values = { request, decision, reason, status, ran };
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value ?? ''}\n`)
    .join('');
}
