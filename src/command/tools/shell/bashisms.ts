import { forEachChild, type SyntaxNode } from 'unbash';

const ONLY_BASH: ReadonlySet<string> = new Set([
  'ArithmeticCommand',
  'ArithmeticFor',
  'TestCommand',
  'Select',
  'Coproc',
  'ProcessSubstitution',
  'AnsiCQuoted',
  'LocaleString',
  'ExtendedGlob',
  'ArrayValue',
]);

/**
 * Where a plain POSIX shell reads something else than bash does. `sh` is dash on Debian, and there `((rm x))` is a
 * subshell, `[[ a || rm x ]]` runs `rm`, and `ls &>f rm x` is two commands: read as bash they would all look harmless.
 */
export function bashism(script: SyntaxNode, source: string): string | undefined {
  let found: string | undefined;
  const visit = (node: SyntaxNode): void => {
    if (found !== undefined) return;
    if (ONLY_BASH.has(node.type)) found = node.type;
    else if (node.type === 'Function' && source.startsWith('function', node.pos)) found = 'function';
    else if (node.type === 'Pipeline' && node.operators.includes('|&')) found = '|&';
    else if ('redirects' in node) found = node.redirects.map(({ operator }) => operator).find(isBashRedirect);
    if (found === undefined) forEachChild(node, visit);
  };
  visit(script);
  return found;
}

function isBashRedirect(operator: string): boolean {
  return operator === '<<<' || operator.startsWith('&>');
}
