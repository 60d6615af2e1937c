import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effects, meaning, onlyReads } from './support.ts';

const run = (words: string) => meaning(words.split(' '));

describe('converters', () => {
  test.each([
    'ffprobe -show_format x.mp4',
    'ffmpeg -version',
    'pandoc -t plain x.md',
    'identify x.png',
    'ffmpeg -i x.mp4 -f null -',
  ])('%s only reads', async (words) => {
    expect(onlyReads(await run(words))).toBe(true);
  });

  test.each([
    ['ffmpeg -y -i a.mov -c:v libx264 -crf 20 out/b.mp4', '/work/out/b.mp4'],
    ['pandoc -s x.md -o x.html', '/work/x.html'],
    ['convert a.png -resize 50% b.jpg', '/work/b.jpg'],
    ['magick a.png png:b', '/work/b'],
  ])('%s writes %s', async (words, path) => {
    const { actions, opaque } = await run(words);
    expect(actions).toMatchObject([{ effects: ['write'], resource: { path } }]);
    expect(opaque).toBe(false);
  });

  test.each([
    'pandoc -F ./x a.md',
    'pandoc --frobnicate a',
    'convert msl:x.msl y.png',
    'convert |id y.png',
    'ffmpeg -i a -report b',
    'convert x',
  ])('%s is not understood', async (words) => {
    expect((await run(words)).opaque).toBe(true);
  });

  test('a stream sent elsewhere is an export', async () => {
    expect(effects(await run('ffmpeg -i a -f flv rtmp://h/x')).join()).toBe('export');
  });

  test('any words get an answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('ffmpeg', 'ffprobe', 'pandoc', 'convert', 'magick', 'identify'),
        fc.array(fc.string()),
        async (tool, words) => {
          expect((await meaning([tool, ...words])).actions.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
