import { z } from 'zod';
import { ApiError } from '../problem.ts';
import { type Route, route } from './route.ts';

export const WEB: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/web-links',
    operationId: 'makeWebLink',
    summary: 'A link that signs the caller in at the web inbox, once, for a minute',
    description: 'Only for accounts of the machine, over the unix socket: it is worth as much as the account.',
    who: ['person'],
    answers: {
      201: {
        summary: 'The link',
        json: z.strictObject({ url: z.url(), expires: z.int().describe('milliseconds since 1970') }),
      },
    },
    problems: ['CHANNEL_UNAVAILABLE'],
    handle({ asking, caller }, { webLink }) {
      if (caller.by !== 'peer') throw new ApiError('NOT_YOURS', 'links are for accounts of the machine of the service');
      if (webLink === undefined) {
        throw new ApiError('CHANNEL_UNAVAILABLE', 'this service has no web inbox', 'name it under `web` in serve.yaml');
      }
      return { status: 201, json: webLink(asking.principal.id) };
    },
  }),
];
