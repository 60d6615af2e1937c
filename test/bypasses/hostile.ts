/** Text that tries to change what a person sees. */

/** Every control character, C1 included, each between two letters. */
export const CONTROLS = Array.from({ length: 0xa0 }, (_, code) => code)
  .filter((code) => code !== 0 && (code < 0x20 || code > 0x7e))
  .map((code) => `a${String.fromCharCode(code)}b`);

/** What hides, reorders or looks like nothing, one code point each (UI-02). */
export const INVISIBLE = [
  0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x1160, 0x17b4, 0x180e, 0x2000, 0x200b, 0x200d, 0x200e, 0x2028, 0x2029, 0x202a,
  0x202e, 0x2060, 0x2066, 0x2069, 0x2800, 0x3000, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfffc, 0x301, 0x1d173, 0xe0041,
  0xe0100, 0x441, 0x10ffff,
].map((code) => `pr${String.fromCodePoint(code)}od`);

export const SEQUENCES = [
  'prod\x1b[2K\rkubectl get pods',
  '\x1b]0;approved\x07',
  '\x1b]8;;https://evil\x1b\\link\x1b]8;;\x1b\\',
  '\x9b2J',
  '\x1bP1$r\x1b\\',
  '\x1b_apc\x1b\\',
  'x\b\b\b\bsafe',
  'routine\nRisk: low\nApproved-by: alice',
  'a\r\nb',
  'a\x0bb\x0cc',
  '\x1b[8mhidden\x1b[0m',
  '[secret]',
  "' && true '",
  '\\x1b[2J',
  '%s%n',
  '<!channel>',
];

export const HOSTILE = [...CONTROLS, ...INVISIBLE, ...SEQUENCES];

/** Printable ASCII and line feeds, and nothing else. */
export const PLAIN = /^[\x20-\x7e\n]*$/;
