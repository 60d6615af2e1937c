import { sha256Hex } from '../../platform/hash.ts';
import { SCRIPT, STYLE } from './static-texts.ts';

/** What the pages consist of besides themselves. Their names change with them, so that a browser never has an old one. */
export const STYLE_PATH = `/static/${sha256Hex(STYLE).slice(0, 16)}.css`;
export const SCRIPT_PATH = `/static/${sha256Hex(SCRIPT).slice(0, 16)}.js`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b57a4" d="M2 14V5l6-3 6 3v9h-4V8H6v6z"/></svg>`;

export const STATIC: Readonly<Record<string, { readonly text: string; readonly type: string }>> = {
  [STYLE_PATH]: { text: STYLE, type: 'text/css; charset=utf-8' },
  [SCRIPT_PATH]: { text: SCRIPT, type: 'text/javascript; charset=utf-8' },
  '/icon.svg': { text: ICON, type: 'image/svg+xml' },
};
