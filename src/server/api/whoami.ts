import { z } from 'zod';
import { principal } from './answers.ts';
import { ok, type Route, route } from './route.ts';

export const WHOAMI: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/whoami',
    operationId: 'whoami',
    summary: 'Who the service says is calling, and what they may do',
    who: ['caller'],
    answers: {
      200: {
        summary: 'The caller',
        json: z.strictObject({
          principal,
          by: z.enum(['peer', 'token', 'oidc', 'login', 'certificate']),
          scopes: z.array(z.enum(['run', 'read', 'vote', 'operate', 'relay'])),
          supervised: z.boolean(),
          tty: z.boolean(),
        }),
      },
    },
    handle({ asking, caller }) {
      const { principal, scopes, supervised, tty } = asking;
      return ok({ principal, by: caller.by, scopes: [...scopes].sort(), supervised, tty });
    },
  }),
];
