import { cardOf } from '../../src/approval/card.ts';
import { advance as next, type RequestEvent } from '../../src/approval/states.ts';
import type { Known } from '../../src/broker/broker.ts';
import { keysOf } from '../../src/channels/terminal/inbox/keys.ts';
import { layout } from '../../src/channels/terminal/inbox/layout.ts';
import { advance, first } from '../../src/channels/terminal/inbox/model.ts';
import type { Effect, Event, Look, State } from '../../src/channels/terminal/inbox/state.ts';
import type { Action } from '../../src/command/action.ts';
import { type Asked, DELETE, NOW, partsOf } from '../approval/card-parts.ts';

/** An inbox without a terminal: what a person and other people do, one after the other, and what came of it. */

export const READ: Action = { ...DELETE, operation: 'get', effects: ['read'] };
export const WRITE: Action = { ...DELETE, operation: 'apply', effects: ['write'] };

let made = 0;

/** Another request than every other: its own id, its own digest. */
export function request(name = 'payments', action: Action = DELETE, more: Asked = {}): Known {
  made++;
  const id = `019b76da-a800-7000-8000-${made.toString(16).padStart(12, '0')}`;
  const argv = ['kubectl', action.operation, 'namespace', name];
  const { view } = partsOf({
    ...more,
    manifest: { argv, ...more.manifest },
    submitted: { argv, actions: [{ ...action, resource: { kind: 'namespace', name } }], ...more.submitted },
  });
  return { id, version: 2, view };
}

export function lookOf(known: Known): Look {
  const parts = partsOf();
  return { known, card: cardOf({ ...parts, id: known.id, view: known.view }) };
}

/** The request after something happened to it. */
export function later(known: Known, type: RequestEvent['type'], payload: object, at = NOW): Known {
  const event = { type, at, payload } as unknown as RequestEvent;
  return { ...known, version: known.version + 1, view: next(known.view, event) };
}

export function vote(known: Known, voter: string, what: 'approve' | 'deny' = 'approve'): Known {
  const { digest } = known.view;
  return later(known, 'vote.cast', { vote: what, voter, evidence: 'os', digest, at: NOW, nonce: `${voter}${what}` });
}

type Loose = Event extends infer Each ? (Each extends Event ? Omit<Each, 'now'> : never) : never;

export class Stage {
  state: State;
  now = NOW;
  readonly effects: Effect[] = [];

  constructor(columns = 140, rows = 60) {
    this.state = first({ columns, rows }, this.now, { me: 'person:alice@laptop' });
  }

  happens(event: Loose): this {
    const { state, effects } = advance(this.state, { ...event, now: this.now } as Event);
    this.state = state;
    this.effects.push(...effects);
    return this;
  }

  /** Cards are read as soon as they are asked for, from what the list shows. */
  snapshot(live: readonly Known[], others: readonly Known[] = []): this {
    this.happens({ kind: 'snapshot', live, others });
    return this.reads();
  }

  reads(): this {
    for (const effect of this.effects.filter(({ kind }) => kind === 'look').splice(-1)) {
      if (effect.kind !== 'look') continue;
      const known = [...this.state.live, ...this.state.ended].find(({ id }) => id === effect.id);
      if (known) this.happens({ kind: 'look', look: lookOf(known) });
    }
    return this;
  }

  /** A frame reaches the terminal. */
  draws(): this {
    return this.happens({ kind: 'drawn', drawing: layout(this.state).drawing });
  }

  passes(milliseconds: number): this {
    this.now += milliseconds;
    return this;
  }

  types(keys: string): this {
    for (const key of keysOf(keys)) this.happens({ kind: 'key', key });
    return this.reads();
  }

  /** Draws, and lets the half second go by, as the terminal does. */
  settles(): this {
    this.draws().passes(600);
    if (this.state.panel) this.happens({ kind: 'listening', serial: this.state.panel.serial });
    return this.draws();
  }

  get text(): string {
    return layout(this.state)
      .lines.map((line) =>
        line
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
      )
      .join('\n');
  }

  get decided(): readonly Extract<Effect, { kind: 'act' }>[] {
    return this.effects.filter((effect) => effect.kind === 'act');
  }
}
