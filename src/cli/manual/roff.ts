/** The few requests of man(7) that a page needs; text goes in as it is and comes out escaped. */

export function heading(text: string): string {
  return `.SH ${plain(text)}\n`;
}

export function subheading(text: string): string {
  return `.SS ${plain(text)}\n`;
}

/** `*bold*` and `_italic_` inside. */
export function paragraph(text: string): string {
  return `.PP\n${marked(text)}\n`;
}

/** @param term roff already @param text with marks */
export function definition(term: string, text: string): string {
  return `.TP\n${term}\n${marked(text)}\n`;
}

/** A line to type, indented. */
export function code(line: string): string {
  return `.PP\n.RS 4\n.EX\n${plain(line)}\n.EE\n.RE\n`;
}

export function bold(text: string): string {
  return text === '' ? '' : `\\fB${plain(text)}\\fR`;
}

export function italic(text: string): string {
  return text === '' ? '' : `\\fI${plain(text)}\\fR`;
}

/**
 * Every character stands for itself: a hyphen is one that can be typed, and a line that begins with a dot or a quote is
 * no request.
 */
export function plain(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti');
  return escaped.replace(/^[.']/, '\\&$&');
}

function marked(text: string): string {
  const parts = text.split(/(?<=^|[\s(])([*_])(?=\S)(.*?\S)\1(?=$|[\s.,;:)])/);
  // Text, mark, marked text, text, ...
  const pieces = parts.map((part, index) => {
    if (index % 3 === 1) return '';
    if (index % 3 === 2) return parts[index - 1] === '*' ? bold(part) : italic(part);
    return part === '' ? '' : index === 0 ? plain(part) : plain(part).replace(/^\\&/, '');
  });
  return pieces.join('');
}
