import { Box, Text } from 'ink';
import { createElement, type ReactElement } from 'react';
import type { Line, Screen, Span } from './screen.ts';

/** A screen as Ink elements. Nothing here decides what is shown; colour only repeats what marks and words say. */

type Style = { color?: string; bold?: boolean; dimColor?: boolean; inverse?: boolean };

const STYLES: Readonly<Record<NonNullable<Span['tone']>, Style>> = {
  plain: {},
  title: { bold: true },
  grave: { bold: true, color: 'red' },
  danger: { color: 'red' },
  notice: { color: 'yellow' },
  muted: { dimColor: true },
  zone: { color: 'cyan' },
  good: { color: 'green' },
  bad: { color: 'red', bold: true },
  selected: { inverse: true },
};

export function view({ lines }: Screen, color: boolean): ReactElement {
  return createElement(Box, { flexDirection: 'column' }, ...lines.map((line, index) => row(line, index, color)));
}

function row(line: Line, index: number, color: boolean): ReactElement {
  const spans = line.filter(({ text }) => text !== '');
  // A line with nothing in it would take no room.
  if (spans.length === 0) return createElement(Text, { key: index }, ' ');
  return createElement(
    Text,
    { key: index, wrap: 'truncate' },
    ...spans.map(({ text, tone }, at) =>
      createElement(Text, { key: at, ...(color && tone ? STYLES[tone] : {}) }, text),
    ),
  );
}
