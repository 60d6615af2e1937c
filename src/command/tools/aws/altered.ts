import type { ReadContext } from '../../reader.ts';
import { homeOf, sectionsOf } from './where.ts';

/**
 * Why the words of the command may not mean what they say. Two places in the home directory change that: an alias turns
 * the name of a service or an operation into anything, a shell line included; and a model of one's own changes the
 * request an operation sends (a list can become a delete).
 */
export function alteredBy(service: string, operation: string, context: ReadContext): string | undefined {
  const home = homeOf(context);
  const aliases = context.files.read(`${home}/.aws/cli/alias`);
  if (aliases !== undefined) {
    const sections = sectionsOf(aliases);
    if (aliases.bytes === undefined) return 'the file of aliases is too large to be read';
    if (sections.get('toplevel')?.has(service)) return `${service} is an alias of your own`;
    if (sections.get(`command ${service}`)?.has(operation)) return `${service} ${operation} is an alias of your own`;
  }
  for (const name of [service, MODEL[service]]) {
    if (name === undefined || name.includes('/') || name.includes('\0')) continue;
    if (context.files.realpath(`${home}/.aws/models/${name}`) !== undefined) {
      return `${home}/.aws/models changes what ${service} sends`;
    }
  }
  return undefined;
}

/** Services whose model has another name than their command. */
const MODEL: { readonly [service: string]: string | undefined } = Object.assign(Object.create(null), {
  s3: 's3',
  s3api: 's3',
  deploy: 'codedeploy',
  configservice: 'config',
});
