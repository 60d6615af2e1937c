import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { principal } from './answers.ts';
import { argument, claimed, words } from './fields.ts';
import { type Clean, ok, type Route, route } from './route.ts';

const word = z.string().max(4096);

/** What a harness is about to run for its agent; all of it is the harness's word. */
export const callBody = z.strictObject({
  hook: claimed(z.string().min(1).max(64)),
  tool: claimed(word.min(1)),
  command: claimed(argument.min(1)),
  cwd: claimed(argument.max(4096).startsWith('/')),
  /** Path of the gate whose lines are no calls of their own. */
  gate: claimed(argument.max(4096).startsWith('/')),
  /** The harness can run another line in its place. */
  rewrites: claimed(z.boolean()),
  /** It will ask about the same call once more. */
  asks_again: claimed(z.boolean()).optional(),
  description: claimed(words).optional(),
  session: claimed(word).optional(),
  tool_use: claimed(word).optional(),
  permission_mode: claimed(word).optional(),
  agent_type: claimed(word).optional(),
});

const explanationBody = z.strictObject({
  argv: claimed(z.array(argument).min(1).max(4096)),
  cwd: claimed(argument.max(4096).startsWith('/')),
  stdin: claimed(z.enum(['terminal', 'null', 'pipe', 'file', 'closed'])),
});

export type ExplanationBody = Clean<z.infer<typeof explanationBody>>;
export type CallBody = Clean<z.infer<typeof callBody>>;

/** Tool calls of agents, before their harness runs them: `gate hook`. */
export const CALLS: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/calls',
    operationId: 'judgeCall',
    summary: 'Judge and record a tool call that a harness is about to run for its agent',
    description:
      '`passed`: the harness runs it as it is. `handed`: it runs `gate --call N -- ...` in its place. `denied`: it runs nothing.',
    who: ['scope:run'],
    body: callBody,
    answers: {
      201: {
        summary: 'What was decided, and where it is recorded',
        json: z.looseObject({
          verdict: z.enum(['passed', 'handed', 'denied']),
          answer: z.enum(['passed', 'rewritten', 'blocked']),
          call: z.number().int().nonnegative().nullable(),
          principal,
        }),
      },
    },
    problems: ['REQUEST_UNREADABLE', 'COMMAND_NOT_FOUND', 'COMMAND_NOT_EXECUTABLE', 'POLICY_INVALID', 'CONFIG_INVALID'],
    async handle({ asking, caller, body }, { call }) {
      if (asking.principal.kind === 'person')
        throw new ApiError('NOT_YOURS', 'only agents and pipelines make tool calls');
      return { status: 201, json: await call(asking, caller, body) };
    },
  }),
  route({
    method: 'POST',
    path: '/v1/explanations',
    operationId: 'explain',
    summary: 'What a command means and what would be decided, and why; nothing runs and nothing is recorded',
    who: ['scope:run'],
    body: explanationBody,
    answers: {
      200: {
        summary: 'The decision',
        json: z.looseObject({ decision: z.looseObject({}), actions: z.array(z.looseObject({})), principal }),
      },
    },
    problems: ['REQUEST_UNREADABLE', 'COMMAND_NOT_FOUND', 'COMMAND_NOT_EXECUTABLE', 'POLICY_INVALID', 'CONFIG_INVALID'],
    handle: async ({ asking, caller, body }, { explain }) => ok(await explain(asking, caller, body)),
  }),
];
