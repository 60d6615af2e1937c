import { z } from 'zod';
import { openApi } from './openapi.ts';
import { ok, type Route, route } from './route.ts';

/** The description of these routes, and of this one. */
export function documented(routes: readonly Route[]): readonly Route[] {
  let made: object | undefined;
  const all: readonly Route[] = [
    ...routes,
    route({
      method: 'GET',
      path: '/v1/openapi.json',
      operationId: 'getDescription',
      summary: 'This description of the API',
      who: ['caller'],
      answers: { 200: { summary: 'OpenAPI 3.1', json: z.looseObject({ openapi: z.string() }) } },
      handle() {
        made ??= openApi(all);
        return ok(made);
      },
    }),
  ];
  return all;
}
