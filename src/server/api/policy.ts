import { ApiError } from '../problem.ts';
import { type Route, route } from './route.ts';

/** What decides here, for those who keep a copy. */
export const POLICY: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/policy/bundle',
    operationId: 'getPolicyBundle',
    summary: 'The signed policy bundle that is in force, whole; its digest is the ETag',
    description:
      'Whoever takes it checks its signature and its version: it is worth what they say, not that it came from here.',
    who: ['caller'],
    answers: {
      200: { summary: 'The bundle', type: 'application/json' },
      304: { summary: 'It is the one that `If-None-Match` names', empty: true },
    },
    problems: ['NOT_FOUND'],
    handle({ headers }, { bundle }) {
      const found = bundle();
      if (found === undefined) throw new ApiError('NOT_FOUND', 'no policy bundle is in force here');
      const etag = `"${found.digest}"`;
      const known = headers
        .get('if-none-match')
        ?.split(',')
        .map((each) => each.trim().replace(/^W\//, ''));
      if (known?.includes(etag)) return { status: 304, empty: true, headers: { etag } };
      return { status: 200, bytes: found.bytes, type: 'application/json', headers: { etag } };
    },
  }),
];
