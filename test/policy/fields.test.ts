import { expect, test } from 'vitest';
import { noFiles } from '../../src/command/files.ts';
import { understand } from '../../src/command/understand.ts';
import { RESOURCE_FIELDS, SCOPE_FIELDS } from '../../src/policy/fields.ts';
import { splitWords } from '../../src/policy/words.ts';

const commands = [
  'kubectl --context prod --kubeconfig /k --as root --as-group g --server https://x -n shop delete pods --all',
  'kubectl --token abc --insecure-skip-tls-verify get pods -l app=web',
  'kubectl cp shop/web-0:/etc/passwd /tmp/x',
  'kubectl exec web-0 -c app -- sh',
  'aws --profile prod --region eu-west-1 --endpoint-url http://x s3 cp s3://a/b s3://c/d',
  'aws iam attach-user-policy --user-name bob --policy-arn arn:aws:iam::aws:policy/x',
  "psql -h db -p 5432 -U app -d shop -c 'drop table public.orders'",
  "psql service=prod -c 'grant all on orders to bob'",
  'rm -rf build',
  'curl -o out https://example.org/x',
  'git push origin main',
  'ssh host.example ls',
  'find . -name x -delete',
];

test.each(commands)('every field a reader fills can be named in a policy: %s', async (command) => {
  const split = splitWords(command);
  if ('error' in split) throw new Error(split.error);
  const context = { environment: {}, cwd: '/w', home: '/h', stdin: 'null', files: noFiles } as const;
  const { actions } = await understand(split.words, context);
  for (const { resource, scope } of actions) {
    for (const field of Object.keys(resource))
      expect(Object.keys(RESOURCE_FIELDS), `resource.${field}`).toContain(field);
    for (const field of Object.keys(scope)) expect(Object.keys(SCOPE_FIELDS), `scope.${field}`).toContain(field);
  }
});
