import type { Finding } from '../finding.ts';

/** Variables that hold credentials, or say where some are had. Names only. */
export function credentialVariables(environment: Readonly<Record<string, string>>): readonly Finding[] {
  const names = Object.keys(environment)
    .filter((name) => environment[name] !== '' && HOLDERS.test(name) && !HARMLESS.test(name))
    .sort();
  const families = new Map<string, string[]>();
  for (const name of names) {
    const family = /^[A-Z]+/i.exec(name)?.[0] ?? name;
    families.set(family, [...(families.get(family) ?? []), name]);
  }
  return [...families.values()].map((own) => ({
    check: 'ways-around',
    level: 'warning',
    subject: `variables ${own.join(' ')}`,
    text: `credentials in variables: ${own.join(', ')}`,
    hint: 'every command of an agent inherits them: start the agent without them',
  }));
}

const HOLDERS = new RegExp(
  [
    '^AWS_(SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|WEB_IDENTITY_TOKEN_FILE|CONTAINER_CREDENTIALS_(FULL|RELATIVE)_URI|BEARER_TOKEN_\\w+)$',
    '^(PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|DOCKER_AUTH_CONFIG|SSHPASS|KRB5CCNAME|TF_TOKEN_\\w+|ARM_CLIENT_SECRET|CLOUDSDK_AUTH_\\w+)$',
    '_(TOKEN|API_?KEY|ACCESS_KEY|SECRET|SECRET_KEY|PASSWORD|PASSWD|PRIVATE_KEY|PAT)$',
    '^(TOKEN|API_KEY|PASSWORD)$',
  ].join('|'),
);

/** What a harness gives its own children to talk to it, and what is no credential in spite of its name. */
const HARMLESS = /^(CLAUDE_CODE_MESSAGING_TOKEN|AWS_EC2_METADATA_\w+|GPG_TTY|npm_\w+|XDG_\w+|WINDOWID)$/;
