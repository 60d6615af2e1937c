import { readFileSync, writeFileSync } from 'node:fs';
import { type Bundled, bundledPackages } from './bundled.ts';

/**
 * Puts the licence of gate, and those of everything that is built into it, into the program, for `gate install` to lay
 * down. The result is checked in, and a test fails when it is not current. Run it after every change of a dependency:
 *
 *     node scripts/embed-notices.ts
 */

const root = new URL('..', import.meta.url);

export function embedded(): string {
  const documents = { LICENSE: readFileSync(new URL('LICENSE', root), 'utf8'), 'THIRD-PARTY.txt': notices() };
  return [
    '// biome-ignore-all format: written by scripts/embed-notices.ts; change the dependencies\n',
    '// biome-ignore-all lint: the same\n',
    'export const DOCUMENTS: Readonly<Record<string, string>> = {\n',
    ...Object.entries(documents).map(([name, text]) => `  ${JSON.stringify(name)}: ${JSON.stringify(text)},\n`),
    '};\n',
  ].join('');
}

function notices(): string {
  const packages = bundledPackages();
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}\n`);
  return `gate contains code of the following packages, under these licences.\n\n${list.join('')}${packages.map(notice).join('')}`;
}

function notice(each: Bundled): string {
  const { name, version, licence, author, homepage, texts } = each;
  const line = '='.repeat(80);
  const by = author === '' ? '' : `By ${author}. `;
  const carried =
    name === 'bun'
      ? BUN
      : texts.length > 0
        ? texts.map((text) => text.trim()).join(`\n\n${'-'.repeat(80)}\n\n`)
        : missing(each);
  const inside = INSIDE[name] === undefined ? '' : `\n${INSIDE[name]}\n`;
  const where = homepage === '' ? '' : `\n${homepage}`;
  return `\n${line}\n${name} ${version}\n${by}Licence: ${licence}${where}\n${line}\n\n${carried.replaceAll('\r\n', '\n')}\n${inside}`;
}

/** The package says under which licence it stands, and brings no text of it: the text of that licence, without a year. */
function missing({ name, licence, author }: Bundled): string {
  if (licence === 'Apache-2.0') {
    return 'The package carries no licence file; the licence that it names is the same that gate stands under, whole in LICENSE.';
  }
  if (licence !== 'MIT')
    throw new Error(`${name} (${licence}) carries no licence text: write here what is to be said of it`);
  return `The package carries no licence file; this is the text of the licence that it names.\n\nCopyright (c) ${author || `the authors of ${name}`}\n\n${MIT}`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** What a package is made from, where its own licence does not say it. */
const INSIDE: Readonly<Record<string, string>> = {
  'libpg-query': `The WebAssembly inside is libpg_query (https://github.com/pganalyze/libpg_query), Copyright (c) 2015 Lukas Fittl,
under the three-clause BSD licence:

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met: (1) Redistributions of source code must retain the above copyright notice, this list of
conditions and the following disclaimer. (2) Redistributions in binary form must reproduce the above copyright notice,
this list of conditions and the following disclaimer in the documentation and/or other materials provided with the
distribution. (3) Neither the name of pg_query nor the names of its contributors may be used to endorse or promote
products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF
THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

It contains code of PostgreSQL, under the PostgreSQL licence:

Portions Copyright (c) 1996-2026, PostgreSQL Global Development Group
Portions Copyright (c) 1994, The Regents of the University of California

Permission to use, copy, modify, and distribute this software and its documentation for any purpose, without fee, and
without a written agreement is hereby granted, provided that the above copyright notice and this paragraph and the
following two paragraphs appear in all copies.

IN NO EVENT SHALL THE UNIVERSITY OF CALIFORNIA BE LIABLE TO ANY PARTY FOR DIRECT, INDIRECT, SPECIAL, INCIDENTAL, OR
CONSEQUENTIAL DAMAGES, INCLUDING LOST PROFITS, ARISING OUT OF THE USE OF THIS SOFTWARE AND ITS DOCUMENTATION, EVEN IF
THE UNIVERSITY OF CALIFORNIA HAS BEEN ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

THE UNIVERSITY OF CALIFORNIA SPECIFICALLY DISCLAIMS ANY WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE. THE SOFTWARE PROVIDED HEREUNDER IS ON AN "AS IS"
BASIS, AND THE UNIVERSITY OF CALIFORNIA HAS NO OBLIGATIONS TO PROVIDE MAINTENANCE, SUPPORT, UPDATES, ENHANCEMENTS, OR
MODIFICATIONS.`,
};

/** Facts: Bun's own page about its licence, https://bun.com/docs/project/license. */
const BUN = `This is the runtime inside the standalone executable; gate.js does not contain it.

Bun itself is under the MIT licence:

Copyright (c) Oven and the contributors of Bun

${MIT}

Linked into it are, among others: JavaScriptCore and other parts of WebKit (LGPL 2), TinyCC (LGPL 2.1), BoringSSL and
libarchive (several licences), ICU (Unicode licence), Brotli, mimalloc, c-ares and libdeflate (MIT), lol-html and
libbase64 (BSD), picohttpparser (MIT), zstd (BSD), zlib (zlib licence), simdutf, uSockets and uWebSockets (Apache 2.0).
The whole list, with their texts, is at https://github.com/oven-sh/bun/blob/main/LICENSE.md.

The parts under the LGPL are free software. Their source, with Bun's changes, is at https://github.com/oven-sh/WebKit;
how to build Bun with a WebKit of your own is on the page above. gate.js is the same program for any JavaScript runtime
of yours, and the source of gate builds the executable anew with whatever Bun lies in node_modules.`;

if (import.meta.main) writeFileSync(new URL('src/install/embedded-notices.ts', root), embedded());
