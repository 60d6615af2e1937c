import type { Reader } from '../../reader.ts';
import { loadYaml } from './documents.ts';
import { Dialect } from './grammar.ts';
import { KUBECTL_ALIASES, KUBECTL_OPTIONS } from './options-table.ts';
import { readWith } from './read.ts';
import { verbOf } from './verbs.ts';

export const KUBECTL = new Dialect([KUBECTL_OPTIONS], [KUBECTL_ALIASES]);

const program = { tool: 'kubectl', dialect: KUBECTL, verbOf };

export const reader: Reader = {
  names: ['kubectl'],
  prepare: loadYaml,
  read: (argv, context) => readWith(program, argv, context),
};
