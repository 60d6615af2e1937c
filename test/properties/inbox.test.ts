import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCode, shortCode } from '../../src/approval/short-code.ts';
import type { Known } from '../../src/broker/broker.ts';
import { isWhole, rowsOf } from '../../src/channels/terminal/inbox/card-rows.ts';
import { geometryOf } from '../../src/channels/terminal/inbox/geometry.ts';
import { keysOf } from '../../src/channels/terminal/inbox/keys.ts';
import { type Panel, subjectOf } from '../../src/channels/terminal/inbox/state.ts';
import { later, READ, request, Stage, vote } from '../inbox/stage.ts';

/** A person who types anything, in a world where anything happens. */
type Happening =
  | { readonly kind: 'keys'; readonly keys: string }
  /** What is on the question line, as if they had read it. */
  | { readonly kind: 'answer' }
  | {
      readonly kind:
        | 'draw'
        | 'hear'
        | 'come'
        | 'go'
        | 'vote'
        | 'repeat'
        | 'question'
        | 'lose'
        | 'resize'
        | 'load'
        | 'back';
    }
  | { readonly kind: 'wait'; readonly milliseconds: number };

const KEY = fc.constantFrom(
  'a',
  'd',
  't',
  'x',
  'j',
  'k',
  ' ',
  'b',
  'y',
  '\r',
  'n',
  '\x1b',
  '\x1b[A',
  '\x1b[B',
  '\x7f',
  '/',
  '?',
  'h',
  'g',
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .array(KEY, { minLength: 1, maxLength: 4 })
      .map((keys) => ({ kind: 'keys' as const, keys: keys.join('') })),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'answer' as const }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'draw' as const }) },
  { weight: 5, arbitrary: fc.constant({ kind: 'hear' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'load' as const }) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('come', 'go', 'vote', 'repeat', 'question', 'lose', 'resize', 'back')
      .map((kind) => ({ kind }) as Happening),
  },
  {
    weight: 5,
    arbitrary: fc.integer({ min: 0, max: 1500 }).map((milliseconds) => ({ kind: 'wait' as const, milliseconds })),
  },
);

test('a decision is only ever about the panel that was on the screen, whole, for half a second, with its card shown', () => {
  let yes = 0;
  fc.assert(
    fc.property(fc.array(happening, { minLength: 30, maxLength: 120 }), (happenings) => {
      const world = new World();
      for (const each of happenings) world.live(each);
      yes += world.stage.decided.length;
    }),
    { numRuns: 400 },
  );
  // A law about decisions says nothing where none are made.
  expect(yes).toBeGreaterThan(20);
});

test('nothing but the keys of the person moves the cursor', () => {
  fc.assert(
    fc.property(fc.array(happening, { minLength: 10, maxLength: 60 }), (happenings) => {
      const world = new World();
      for (const each of happenings) {
        const before = world.stage.state.selected.live;
        world.live(each);
        const after = world.stage.state.selected.live;
        if (each.kind !== 'keys' && each.kind !== 'answer' && before !== undefined) expect(after).toBe(before);
      }
    }),
    { numRuns: 200 },
  );
});

test('every reading of keys ends, and letters inside of a sequence are never keys', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const key of keysOf(text)) if (key.name === 'char') expect(key.char).not.toMatch(/\p{C}/u);
    }),
  );
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9;?]{0,6}$/),
      fc.constantFrom(...'@ABCDEFHPQRSabcdhlmnuy~'),
      (parameters, end) => {
        const keys = keysOf(`\x1b[${parameters}${end}`);
        expect(keys).toHaveLength(1);
        expect(keys[0]!.name).not.toBe('char');
      },
    ),
  );
});

class World {
  readonly stage = new Stage(100, 60);
  known: Known[] = [request('a', READ), request('b'), request('c', READ)];
  readonly gone: Known[] = [];
  /** When each drawing of a panel reached the screen, whole. */
  readonly drawn = new Map<number, number>();

  constructor() {
    this.stage.snapshot(this.known).draws();
  }

  live(each: Happening): void {
    const { stage } = this;
    if (each.kind === 'keys') this.typed(each.keys);
    else if (each.kind === 'answer') this.typed(`${this.stage.state.panel?.word ?? 'why'}`, '\r');
    else if (each.kind === 'draw') this.draw();
    else if (each.kind === 'hear') {
      const { panel } = stage.state;
      if (panel) stage.happens({ kind: 'listening', serial: panel.serial });
    } else if (each.kind === 'wait') stage.passes(each.milliseconds).happens({ kind: 'tick' });
    else if (each.kind === 'lose') stage.happens({ kind: 'trouble', text: 'gone' });
    else if (each.kind === 'back') stage.happens({ kind: 'back' });
    else if (each.kind === 'resize') {
      const columns = stage.state.size.columns === 100 ? 130 : 100;
      stage.happens({ kind: 'resize', size: { columns, rows: 60 } });
    } else this.change(each.kind);
  }

  change(kind: Happening['kind']): void {
    const at = Math.floor(this.known.length / 2);
    const one = this.known[at];
    if (kind === 'come') this.known = [request('n'), ...this.known, request('m', READ)];
    else if (one && kind === 'go') {
      this.gone.push(later(one, 'request.denied', { reason: 'person', by: 'person:bob' }, this.stage.now));
      this.known.splice(at, 1);
    } else if (one && kind === 'vote') this.known[at] = vote(one, `person:${this.stage.now}`);
    else if (one && kind === 'repeat') this.known[at] = later(one, 'request.repeated', {});
    else if (one && kind === 'question') this.known[at] = later(one, 'question.asked', { by: 'person:bob', text: '?' });
    this.stage.snapshot([...this.known], this.gone);
    // What was decided on its way into the record has arrived.
    if (this.stage.state.sending !== undefined) this.stage.happens({ kind: 'failed', text: 'a try' });
  }

  draw(): void {
    const { panel } = this.stage.state;
    this.stage.draws();
    if (panel && !this.drawn.has(panel.serial)) this.drawn.set(panel.serial, this.stage.now);
  }

  typed(...parts: string[]): void {
    for (const part of parts) {
      for (const key of keysOf(part)) {
        const { state } = this.stage;
        const { panel } = state;
        const before = this.stage.decided.length;
        this.stage.happens({ kind: 'key', key });
        for (const act of this.stage.decided.slice(before)) this.judge(act, panel, state);
        if (this.stage.state.sending !== undefined) this.stage.happens({ kind: 'failed', text: 'a try' });
      }
      this.stage.reads();
    }
  }

  judge(
    act: { id: string; digest: string; act: string; text?: string },
    panel: Panel | undefined,
    state: Stage['state'],
  ): void {
    expect(panel).toMatchObject({ id: act.id, digest: act.digest, act: act.act, listening: true });
    expect(this.stage.now - (this.drawn.get(panel!.serial) ?? this.stage.now)).toBeGreaterThanOrEqual(500);
    expect(state.trouble).toBeUndefined();
    // As the world is, not as the inbox thinks: nobody decided it meanwhile.
    const known = this.known.find(({ id }) => id === act.id);
    expect(known?.view.digest).toBe(act.digest);
    if (act.act !== 'approve') return;
    const look = state.looks.get(act.id)!;
    const rows = rowsOf(look, geometryOf(state.size).card.columns);
    expect(isWhole(rows, state.shown.get(subjectOf(act)))).toBe(true);
    if (look.card.gravity === 'grave') expect(isCode(panel!.typed, shortCode(act.digest))).toBe(true);
    else expect(panel!.typed.trim().toLowerCase()).toBe('y');
  }
}
