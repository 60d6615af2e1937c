import { describe, expect, test } from 'vitest';
import { shortCode } from '../../src/approval/short-code.ts';
import { later, READ, request, Stage, vote, WRITE } from './stage.ts';

const ESC = '\x1b';
const DOWN = '\x1b[B';

describe('a yes', () => {
  test('to something harmless is y and Enter, and is about its id and digest', () => {
    const known = request('web', READ);
    const stage = new Stage().snapshot([known]).settles().types('a').settles().types('y\r');
    expect(stage.decided).toEqual([{ kind: 'act', act: 'approve', id: known.id, digest: known.view.digest }]);
  });

  test('to something grave takes the code of its card', () => {
    const known = request();
    const stage = new Stage().snapshot([known]).settles().types('a').settles().types('y\r').types('ABCDEF\r');
    expect(stage.decided).toEqual([]);
    expect(stage.text).toContain('nothing was decided');
    stage.types(`${shortCode(known.view.digest).toLowerCase().replace('-', '')}\r`);
    expect(stage.decided).toMatchObject([{ act: 'approve', id: known.id }]);
  });

  test('UI-10 the code of one request does not approve its look-alike', () => {
    const [one, other] = [request('payments-a'), request('payments-b')];
    const stage = new Stage().snapshot([one, other]).settles().types('a').settles();
    stage.types(`${shortCode(other.view.digest)}\r`);
    expect(stage.decided).toEqual([]);
  });

  test('needs the whole card to have been on the screen', () => {
    const known = request('web', READ);
    const stage = new Stage(80, 24).snapshot([known]).settles().types('a');
    expect(stage.state.panel).toBeUndefined();
    expect(stage.text).toMatch(/\d+ more lines of the card first/);
    // To the end without the middle: frames that were never drawn do not count.
    for (let page = 0; page < 20; page++) stage.types(' ');
    stage.settles().types('a');
    expect(stage.state.panel).toBeUndefined();
    for (let page = 0; page < 20; page++) stage.types('b');
    for (let page = 0; page < 20; page++) stage.draws().types(' ');
    stage.draws().types('a');
    expect(stage.state.panel).toMatchObject({ act: 'approve', id: known.id });
  });

  test('a new line on the card must be seen as well', () => {
    const known = request('web', READ);
    const stage = new Stage(140, 60).snapshot([known]).settles();
    const changed = vote(known, 'person:bob');
    stage.snapshot([changed]).types('a');
    expect(stage.text).toContain('of the card first');
    stage.settles().types('a');
    expect(stage.state.panel).toBeDefined();
  });

  test('is not possible on a screen that does not hold what it is about', () => {
    const stage = new Stage(59, 17).snapshot([request('web', READ)]);
    for (let page = 0; page < 40; page++) stage.draws().types(' ');
    stage.types('a');
    expect(stage.state.panel).toBeUndefined();
    expect(stage.state.notice?.text).toContain('60x18 needed');
  });
});

describe('SELF-02 and UI-14: keys before the question', () => {
  test('typed in one go with the key that opens the panel, or before it was drawn, decide nothing', () => {
    const stage = new Stage()
      .snapshot([request('web', READ)])
      .settles()
      .types('ay\ry\r')
      .passes(5000)
      .types('y\r');
    expect(stage.decided).toEqual([]);
    stage.draws().passes(499).types('y\r');
    if (stage.state.panel) stage.happens({ kind: 'listening', serial: stage.state.panel.serial });
    expect(stage.types('y\r').decided).toEqual([]);
  });

  test('Enter alone decides nothing, anywhere', () => {
    const stage = new Stage()
      .snapshot([request('web', READ)])
      .settles()
      .types('\r\r')
      .settles()
      .types('a')
      .settles();
    expect(stage.types('\r\r\r').decided).toEqual([]);
  });

  test('half a word does not survive a new drawing of the panel', () => {
    const stage = new Stage()
      .snapshot([request('web', READ)])
      .settles()
      .types('a')
      .settles()
      .types('y');
    stage
      .happens({ kind: 'resize', size: { columns: 120, rows: 50 } })
      .types('\r')
      .settles()
      .types('\r');
    expect(stage.decided).toEqual([]);
  });

  test('Escape closes the panel at any time, and decides nothing', () => {
    const stage = new Stage().snapshot([request()]).settles().types('a').types(ESC);
    expect(stage.state.panel).toBeUndefined();
    expect(stage.decided).toEqual([]);
  });
});

describe('a no, and a question', () => {
  test('take words, and Enter', () => {
    const known = request();
    const stage = new Stage().snapshot([known]).settles().types('d').settles().types('\r');
    expect(stage.text).toContain('why?');
    stage.types('  not on a Friday \r');
    expect(stage.decided).toMatchObject([{ act: 'deny', id: known.id, text: 'not on a Friday' }]);
    stage.happens({ kind: 'received', act: 'deny', received: { kind: 'recorded', known } });
    stage.types('t').settles().types('which cluster?\r');
    expect(stage.decided.at(-1)).toMatchObject({ act: 'ask', text: 'which cluster?' });
  });

  test('need not have seen the whole card: saying no is never harder', () => {
    const stage = new Stage(80, 24).snapshot([request()]).settles().types('d').settles().types('no\r');
    expect(stage.decided).toMatchObject([{ act: 'deny', text: 'no' }]);
  });

  test('letters of commands are letters while words are typed', () => {
    const stage = new Stage().snapshot([request()]).settles().types('d').settles().types('aqdx?/\r');
    expect(stage.decided).toMatchObject([{ act: 'deny', text: 'aqdx?/' }]);
  });
});

describe('UI-11: a panel whose request changes', () => {
  test('closes when somebody else decided, and says who and when', () => {
    const known = request();
    const stage = new Stage().snapshot([known]).settles().types('a').settles().types('K');
    const denied = later(known, 'request.denied', { reason: 'person', by: 'person:bob', text: 'no' });
    stage.snapshot([], [denied]);
    expect(stage.text).toContain('denied by person:bob at 12:00:00Z: no; you decided nothing');
    expect(stage.types(`${shortCode(known.view.digest)}\r`).decided).toEqual([]);
  });

  test('closes when another vote came in: what is missing is not what was shown', () => {
    const known = request('web', READ);
    const stage = new Stage()
      .snapshot([known])
      .settles()
      .types('a')
      .settles()
      .types('y')
      .snapshot([vote(known, 'person:bob')]);
    expect(stage.types('\r').decided).toEqual([]);
    expect(stage.text).toContain('person:bob voted approve');
  });

  test('keeps the words of a no, deaf for half a second', () => {
    const known = request();
    const stage = new Stage().snapshot([known]).settles().types('d').settles().types('no');
    stage.snapshot([vote(known, 'person:bob')]).types('XX\r');
    expect(stage.decided).toEqual([]);
    expect(stage.settles().types('!\r').decided).toMatchObject([{ act: 'deny', id: known.id, text: 'no!' }]);
  });

  test('does not close because an agent asks again and again', () => {
    const known = request('web', READ);
    const stage = new Stage().snapshot([known]).settles().types('a').settles().types('y');
    stage.snapshot([later(known, 'request.repeated', {})]).types('\r');
    expect(stage.decided).toMatchObject([{ act: 'approve', id: known.id }]);
  });

  test('does not decide what has expired while nobody looked', () => {
    const known = request('web', READ);
    const stage = new Stage()
      .snapshot([known])
      .settles()
      .types('a')
      .settles()
      .passes(2 * 3600_000)
      .types('y\r');
    expect(stage.decided).toEqual([]);
    expect(stage.text).toContain('it has expired');
  });

  test('closes when the record is lost, and nothing is decided until it is back', () => {
    const known = request('web', READ);
    const stage = new Stage().snapshot([known]).settles().types('a').settles().types('y');
    stage.happens({ kind: 'trouble', text: 'the disk is gone' }).types('\r').types('a').settles().types('y\r');
    expect(stage.decided).toEqual([]);
    expect(stage.text).toContain('THE RECORD CANNOT BE REACHED');
    stage.snapshot([known]).types(ESC).types('a').settles().types('y\r');
    expect(stage.decided).toHaveLength(1);
    expect(stage.text).not.toContain('CANNOT BE REACHED');
  });
});

describe('the cursor', () => {
  test('stays on its request when others come, go and end', () => {
    const [a, b, c] = [request('a'), request('b', WRITE), request('c', READ)];
    const stage = new Stage().snapshot([a, b]).settles().types(DOWN);
    expect(stage.state.selected.live).toBe(b.id);
    stage.snapshot([b, c]).snapshot([request('z'), b, c]);
    expect(stage.state.selected.live).toBe(b.id);
  });

  test('stays on a request that has ended, and its keys say so', () => {
    const [a, b] = [request('a'), request('b')];
    const stage = new Stage().snapshot([a, b]).settles();
    stage.snapshot([b], [later(a, 'request.expired', {})]);
    expect(stage.text).toContain(`${a.id.slice(-8)}`);
    stage.types('a').types('d');
    expect(stage.state.panel).toBeUndefined();
    expect(stage.text).toContain('too late: expired at');
    stage.types(DOWN);
    expect(stage.state.selected.live).toBe(b.id);
    expect(stage.text).not.toContain(a.id.slice(-8));
  });

  test('does not go to another request when the filter hides its own', () => {
    const [a, b] = [request('a'), request('b')];
    const stage = new Stage().snapshot([a, b]).settles().types('/namespace a\r').settles();
    expect(stage.state.selected.live).toBe(a.id);
    stage
      .snapshot([b], [later(a, 'request.expired', {})])
      .types('a')
      .settles()
      .types('y\r');
    expect(stage.decided).toEqual([]);
  });
});

describe('UI-09: a flood', () => {
  const flood = () => Array.from({ length: 20 }, (_, index) => request(`n${index}`, WRITE));

  test('is one line until somebody opens it, and nothing decides on many at once', () => {
    const all = flood();
    const stage = new Stage(200, 60).snapshot(all).settles();
    expect(stage.text).toContain('20 x kubectl [write] of agent:claude-code@alice@laptop');
    stage.types('a').types('d');
    expect(stage.state.panel).toBeUndefined();
    expect(stage.text).toContain('decide one by one');
    stage.types('\r');
    expect(stage.text).toContain(all[7]!.id.slice(-8));
  });

  test('does not close over the request under the cursor', () => {
    const all = flood();
    const stage = new Stage().snapshot(all.slice(0, 2)).settles().types(DOWN).snapshot(all);
    expect(stage.state.selected.live).toBe(all[1]!.id);
    expect(stage.text).toMatch(new RegExp(`^> .*${all[1]!.id.slice(-8)}`, 'm'));
  });

  test('something that destroys is not hidden among what does not', () => {
    const grave = request('n99');
    const stage = new Stage().snapshot([...flood(), grave]).settles();
    expect(stage.text).toMatch(new RegExp(`! ${grave.id.slice(-8)}`));
  });

  test('rings once in ten seconds', () => {
    const all = flood();
    const stage = new Stage().snapshot([]);
    for (let count = 1; count <= all.length; count++) stage.passes(400).snapshot(all.slice(0, count));
    expect(stage.effects.filter(({ kind }) => kind === 'ring')).toHaveLength(1);
    stage.passes(10_000).snapshot([...all, request()]);
    expect(stage.effects.filter(({ kind }) => kind === 'ring')).toHaveLength(2);
  });

  test('what was refused of it is one line in the history', () => {
    const refused = Array.from({ length: 30 }, (_, index) =>
      later(request(`n${index}`), 'request.denied', { reason: 'too_many_open' }),
    );
    const stage = new Stage(200, 60).snapshot([]).types('h');
    stage.happens({ kind: 'snapshot', live: [], others: [], ended: refused });
    expect(stage.text).toContain('30 refused, too many open: agent:claude-code@alice@laptop');
  });
});

describe('what is shown', () => {
  test('a hostile command cannot draw on the screen', () => {
    const known = request('x', READ, { submitted: { argv: ['kubectl', 'get', '\x1b[2J\u202eevil\n> fake'] } });
    const { text } = new Stage().snapshot([known]).settles();
    expect(text).toContain('\\x1b[2J\\u{202e}evil\\n> fake');
    expect(text).toMatch(/^[\n -~]*$/);
  });

  test('says how long it waits, when it expires, who is asked, and what is missing', () => {
    const { text } = new Stage(140, 60).snapshot([request()]).settles();
    expect(text).toMatch(/waits 60s, expires in 58m/);
    expect(text).toContain('asks         1 of owners for rule kubernetes/destroy');
  });

  test('both ends of a long command are in the list', () => {
    const long = (end: string) => request(`${'a'.repeat(200)}-${end}`);
    const { text } = new Stage(80, 24).snapshot([long('one'), long('two')]).settles();
    expect(text).toContain('-one');
    expect(text).toContain('-two');
  });

  test('no frame is larger than the terminal', () => {
    const known = Array.from({ length: 300 }, (_, index) => request(`n${index}`, index % 2 ? READ : WRITE));
    for (const [columns, rows] of [
      [80, 24],
      [60, 18],
      [30, 10],
      [200, 70],
      [110, 24],
      [10, 3],
    ] as const) {
      for (const keys of ['', 'a', 'd', '?', '/xx', 'h', 'g']) {
        const stage = new Stage(columns, rows).snapshot(known).settles().types(keys).settles();
        const lines = stage.text.split('\n');
        expect(lines.length).toBeLessThan(Math.max(rows, 2));
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
      }
    }
  });
});
