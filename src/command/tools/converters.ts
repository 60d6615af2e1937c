import type { Action } from '../action.ts';
import { grammar, optionValue, scan, UNRESOLVED } from '../options.ts';
import { programOf } from '../paths.ts';
import type { ReadContext, Reader, Reading } from '../reader.ts';
import { act, doubtsOf, fileAt, unknownAction, withDoubt } from '../reading.ts';

/** Programs that make one file of another: pictures, sound, documents. */
export const reader: Reader = { names: ['ffmpeg', 'ffprobe', 'pandoc', 'convert', 'magick', 'identify'], read };

function read(argv: readonly string[], context: ReadContext): Reading {
  const tool = programOf(argv[0] ?? '').base;
  if (argv.length < 2 || (argv.length === 2 && /^--?(version|help|h)$/.test(argv[1] as string))) {
    return { actions: [act(tool, 'help', ['read'])] };
  }
  if (tool === 'ffmpeg' || tool === 'ffprobe') return film(tool, argv, context);
  return tool === 'pandoc' ? document(argv, context) : picture(tool, argv, context);
}

function written(tool: string, path: string, context: ReadContext): Action {
  if (/^[a-z]+:\/\//i.test(path)) return act(tool, tool, ['export'], { resource: { kind: 'url', url: path } });
  if (path === '-' || path.startsWith('pipe:') || path === '/dev/null') return act(tool, tool, ['read']);
  return act(tool, tool, ['write'], { resource: fileAt(path, context.cwd) });
}

/** ffmpeg's options that take no value (ffmpeg -h full, 6.1); all others take one. */
const BARE = new Set(
  '-y -n -hide_banner -nostdin -stdin -stats -nostats -vn -an -sn -dn -re -shortest -copyts -start_at_zero -benchmark -ignore_unknown -accurate_seek -noaccurate_seek -xerror -autorotate -noautorotate -vstats -dump -hex -L -version -formats -codecs -encoders -decoders -filters -protocols -pix_fmts -devices -muxers -demuxers -bsfs -layouts -sample_fmts -colors -hwaccels -buildconf -show_format -show_streams -show_packets -show_frames -show_chapters -show_error -show_programs -show_data -show_versions -pretty -unit -prefix -byte_binary_prefix -sexagesimal -count_frames -count_packets -bitexact'.split(
    ' ',
  ),
);

function film(tool: string, argv: readonly string[], context: ReadContext): Reading {
  const actions: Action[] = [];
  const doubts: string[] = [];
  for (let at = 1; at < argv.length; at++) {
    const arg = argv[at] as string;
    if (arg.startsWith(UNRESOLVED)) doubts.push('an argument is only known when it runs');
    if (arg.startsWith('-') && arg !== '-') {
      if (/^-(report|progress|pass|passlogfile|vstats_file|filter_complex_script|filter_script)/.test(arg))
        doubts.push(`${arg} reads or writes further files`);
      if (!BARE.has(arg)) at++;
      if (tool === 'ffmpeg' && /^-(f|i)$/.test(arg) && /^(tee|segment|hls|dash|concat)$/.test(argv[at] ?? ''))
        doubts.push('its files are named inside');
      continue;
    }
    if (tool === 'ffmpeg') actions.push(written(tool, arg, context));
  }
  if (actions.length === 0) actions.push(act(tool, tool, ['read']));
  return withDoubt({ actions: actions.slice(0, 64) }, doubts);
}

/** From pandoc's manual, 3.1: those that decide, and those that are common. */
const PANDOC = grammar('getopt', {
  flags:
    '-s/--standalone --toc/--table-of-contents -N/--number-sections --embed-resources --self-contained --sandbox --mathjax --katex --mathml -C/--citeproc --no-highlight --strip-comments --ascii --reference-links --list-input-formats --list-output-formats --list-extensions --list-highlight-languages --list-highlight-styles -v/--version -h/--help --verbose --quiet --fail-if-warnings -p/--preserve-tabs --file-scope --incremental -i --listings --section-divs',
  many: '-f/-r/--from/--read -t/-w/--to/--write -o/--output -d/--defaults -M/--metadata --metadata-file -V/--variable --template -H/--include-in-header -B/--include-before-body -A/--include-after-body --highlight-style --toc-depth --columns --wrap --dpi --eol --resource-path --pdf-engine --pdf-engine-opt -F/--filter -L/--lua-filter -c/--css --reference-doc --bibliography --csl --extract-media --shift-heading-level-by --data-dir --top-level-division --markdown-headings --epub-cover-image --log -D/--print-default-template --slide-level --default-image-extension --tab-stop',
});

function document(argv: readonly string[], context: ReadContext): Reading {
  const found = scan(argv, 1, PANDOC);
  const doubts = [...doubtsOf(found)];
  for (const option of ['filter', 'lua-filter', 'defaults', 'pdf-engine-opt', 'data-dir', 'extract-media', 'log']) {
    if (found.options.has(option)) doubts.push(`--${option} runs code or writes further files`);
  }
  if (/\.lua$/.test(optionValue(found, 'write') ?? '') || /\.lua$/.test(optionValue(found, 'read') ?? ''))
    doubts.push('its format is a program');
  const engine = optionValue(found, 'pdf-engine');
  if (engine?.includes('/') === true) doubts.push('--pdf-engine names a program');
  const output = optionValue(found, 'output');
  return withDoubt(
    { actions: [output === undefined ? act('pandoc', 'pandoc', ['read']) : written('pandoc', output, context)] },
    doubts,
  );
}

/** ImageMagick: names with a prefix may run programs or be scripts of commands. */
function picture(tool: string, argv: readonly string[], context: ReadContext): Reading {
  const words = argv.slice(1);
  const doubts: string[] = [];
  if (words.some((word) => word.startsWith(UNRESOLVED))) doubts.push('an argument is only known when it runs');
  if (
    words.some((word) =>
      /^[@|]|^(msl|ephemeral|mvg|svg|text|label|caption|https?|ftp|url|x|win|show|clipboard|inline|vid|pango|dot|mpr|mpc):|^-(write|script|process|debug|log|fx)$/i.test(
        word,
      ),
    )
  ) {
    doubts.push('a name or option may do more than convert');
  }
  const last = words.at(-1) as string;
  if (tool === 'identify' || (tool === 'magick' && words[0] === 'identify'))
    return withDoubt({ actions: [act(tool, 'identify', ['read'])] }, doubts);
  if (words.length < 2 || last.startsWith('-')) return { actions: [unknownAction(tool)] };
  const path = last.replace(/^[a-z0-9]+:(?!\/\/)/i, '');
  return withDoubt({ actions: [written(tool, path, context)] }, doubts);
}
