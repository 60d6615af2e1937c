/**
 * The same text, in which no CI system finds an instruction to itself. Runners read what a step prints: GitHub takes a line
 * that begins with `::` after blanks, and `##[` anywhere, for a command (set-output, add-mask, stop-commands); Azure and
 * TeamCity have `##vso[` and `##teamcity[`. gate's lines quote requesters, who shall not speak to the runner through gate.
 * Escaped as `visible` does it; escape sequences, GitLab's way, are gone by then.
 */
export function unheard(text: string): string {
  return text.replace(/##(?=[A-Za-z]*\[)/g, '#\\x23').replace(/^([\s\u0085]*):(?=:)/gm, '$1\\x3a');
}
