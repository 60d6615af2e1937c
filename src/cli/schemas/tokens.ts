import { z } from 'zod';
import { text, texts, version } from './words.ts';

/** Tokens of the service. */

const token = {
  id: text,
  principal: text,
  owner: text.nullable(),
  scopes: texts,
  people: texts.nullable().describe('of a relay: whose votes it may convey'),
  networks: texts.nullable().describe('it is good from there only; null: from everywhere'),
  by: text.describe('who had it made'),
  issued_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  used_at: z.iso.datetime().nullable().describe('the last time, to a minute'),
};

export const tokenSchemas = {
  'token-create': z
    .looseObject({ schema_version: version, token: text.describe('shown once'), ...token })
    .describe('gate token create --json'),
  'token-list': z
    .looseObject({ schema_version: version, tokens: z.array(z.looseObject(token)) })
    .describe('gate token list --json'),
};
