import type { Effect } from '../../action.ts';

/**
 * What AWS operations do, by the first words of their names in the command line's spelling, then by exceptions. The
 * AWS convention holds for nearly all services; where it does not, the exception raises the tier, never lowers it.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** First words of operations that only read. */
export const READS =
  words(`describe list get head search lookup query scan select estimate count check filter discover retrieve
  simulate view preview tail ls batch-get batch-describe batch-check batch-list batch-detect batch-is batch-validate admin-get admin-list transact-get is validate evaluate calculate detect analyze predict compare contains help wait`);

/** First words of operations that take something away. */
export const DESTROYS =
  words(`delete terminate purge remove destroy deregister batch-delete drop erase wipe empty release clear disable-and-delete
  cancel-and-delete force-delete abort deprovision rb rm reset expire unassign revoke-and-delete detach dissociate schedule-key-deletion`);

/** Services whose changes decide who may do what. */
export const PRIVILEGE_SERVICES = words(
  'iam sts organizations sso-admin identitystore sso ram accessanalyzer lakeformation verifiedpermissions rolesanywhere',
);

/** Words in an operation's name that mean the same in any service. */
export const PRIVILEGE_WORDS =
  /(^|-)(policy|policies|permission|permissions|acl|acls|grant|grants|access|role|roles|principal|principals|trust|authorize|authorizer|identity|membership|user|users|group-member|password|mfa|credential|credentials|key-pair|access-entry|public)(-|$)/;

/** Reads that hand out a credential, or a link that works as one. */
export const SECRET_OPERATIONS = new RegExp(
  '^(' +
    [
      'secretsmanager:(get-secret-value|batch-get-secret-value)',
      'ssm:(get-parameter|get-parameters|get-parameters-by-path|get-parameter-history|get-access-token)',
      'kms:(decrypt|generate-data-key|generate-data-key-pair|generate-data-key-without-plaintext|generate-random|derive-shared-secret|re-encrypt|sign|generate-mac)',
      'sts:(get-session-token|get-federation-token|assume-.*|get-web-identity-token|get-delegated-access-token)',
      'ecr:(get-login|get-login-password|get-authorization-token)',
      'ecr-public:(get-login-password|get-authorization-token)',
      'eks:get-token',
      'rds:(generate-db-auth-token|download-db-log-file-portion)',
      'dsql:.*auth-token',
      'redshift:(get-cluster-credentials.*|get-identity-center-auth-token)',
      'redshift-serverless:(get-credentials|get-identity-center-auth-token)',
      'codeartifact:(get-authorization-token|login)',
      'ec2:(get-password-data|create-key-pair|get-console-screenshot)',
      'iam:(create-access-key|create-service-specific-credential|reset-service-specific-credential|create-login-profile|get-service-last-accessed-details-with-secrets)',
      'lightsail:(get-instance-access-details|download-default-key-pair|get-relational-database-master-user-password|create-key-pair|create-bucket-access-key|get-bucket-access-keys|get-container-api-metadata|create-container-service-registry-login)',
      'acm:export-certificate',
      'configure:(export-credentials|get)',
      'cognito-identity:(get-credentials-for-identity|get-open-id-token.*)',
      'apigateway:(get-api-key|get-api-keys)',
      'appsync:list-api-keys',
      'sso:(get-role-credentials)',
      'datazone:get-environment-credentials',
      'gamelift:(get-instance-access|get-compute-access|get-compute-auth-token|get-game-session-log-url)',
      'transfer:describe-user-secret',
      'sso-oidc:.*',
      'license-manager:get-access-token',
      'glue:get-temporary-glue.*',
      'glue:get-connection.*',
      'lakeformation:get-temporary.*',
      's3control:get-data-access',
      's3:presign',
      's3api:create-session',
      'cloudfront:sign',
      'payment-cryptography(-data)?:.*(decrypt|export|re-encrypt|translate|generate).*',
      'bedrock-agentcore:get-(resource|workload|api).*',
      '.*:.*(credential|credentials|password|token|api-key|api-keys|secret|secrets|private-key|auth-data|connection-string|access-key|signed-url|presigned.*|login|certificate-private.*)',
    ].join('|') +
    ')$',
);

/** Names that match the last line above although nothing secret comes out. */
export const NOT_SECRET = new RegExp(
  '^(' +
    [
      'secretsmanager:(list-secrets|describe-secret|get-random-password|list-secret-version-ids|get-resource-policy|validate-resource-policy)',
      'iam:(list-.*|get-account-password-policy|get-access-key-last-used|get-credential-report|generate-credential-report)',
      'ram:.*',
      '.*:(list|describe|search|count|batch-describe)-.*',
    ].join('|') +
    ')$',
);

/** Names that begin like a read although the service counts them as more. */
export const NOT_READS = new RegExp(
  '^(' +
    [
      'bedrock-agent-runtime:retrieve-and-generate.*',
      'datazone:get-iam-portal-login-url',
      'ecs:discover-poll-endpoint',
      'glue:(describe-connection-type|describe-entity|list-connection-types|list-entities|get-entity-records)',
      'quicksight:describe-.*-permissions',
      'storagegateway:retrieve-.*',
      '.*:(validate|evaluate|check|simulate)-.*(and|execute|start).*',
    ].join('|') +
    ')$',
);

/** Operations that run something or open a session. */
export const EXECUTES = new RegExp(
  '^(' +
    [
      'ssm:(start-session|resume-session|send-command|start-automation-execution|start-change-request-execution|start-associations-once|start-execution-preview)',
      'ecs:(execute-command|run-task|start-task)',
      'lambda:(invoke|invoke-async|invoke-with-response-stream)',
      'codebuild:(start-build|start-build-batch|retry-build|start-sandbox|start-command-execution|start-sandbox-connection)',
      'batch:submit-job',
      'emr:(ssh|socks|put|get|add-steps)',
      'emr-containers:start-job-run',
      'glue:(start-job-run|run-statement)',
      'stepfunctions:(start-execution|start-sync-execution|redrive-execution|test-state)',
      'ec2-instance-connect:(ssh|open-tunnel|send-ssh-public-key|send-serial-console-ssh-public-key)',
      'opsworks:create-deployment',
      'deploy:(push|install|uninstall|create-deployment)',
      '(rds-data|redshift-data):(execute-.*|batch-execute-.*)',
      'athena:start-query-execution',
      'dynamodb:(execute-statement|batch-execute-statement|execute-transaction)',
      'cloud9:.*environment.*',
      'ecs:.*interactive.*',
      'sagemaker:(start-session|create-presigned.*)',
      'bedrock-agentcore:(invoke-.*|start-.*)',
    ].join('|') +
    ')$',
);

/** Words in an operation's name that move data out. */
export const EXPORTS = /(^|-)(export|exports|dump)(-|$)/;

/** Commands the CLI itself added, with their own meaning. */
export const CUSTOM: Readonly<Record<string, readonly Effect[]>> = {
  'configure:list': ['read'],
  'configure:list-profiles': ['read'],
  'configure:get': ['read', 'secret'],
  'configure:set': ['write', 'privilege'],
  'configure:add-model': ['write', 'execute'],
  'configure:import': ['write', 'privilege'],
  'configure:sso': ['write', 'privilege', 'execute'],
  'configure:sso-session': ['write', 'privilege', 'execute'],
  'configure:': ['write', 'privilege', 'execute'],
  'sso:login': ['privilege', 'secret'],
  'sso:logout': ['privilege'],
  'login:': ['privilege', 'secret'],
  'logout:': ['privilege'],
  'eks:update-kubeconfig': ['write', 'privilege'],
  'eks:get-token': ['secret'],
  'cloudformation:deploy': ['write', 'privilege'],
  'cloudformation:package': ['write', 'export'],
  'cloudformation:validate-template': ['read'],
  'gamelift:upload-build': ['write', 'export'],
  'history:show': ['read', 'secret'],
  'history:list': ['read'],
  'logs:tail': ['read'],
  'logs:start-live-tail': ['read'],
  's3:ls': ['read'],
  's3:mb': ['write'],
  's3:rb': ['destroy'],
  's3:rm': ['destroy'],
  's3:presign': ['secret', 'export'],
  's3:website': ['write', 'export'],
  's3api:get-object': ['read', 'write', 'export'],
  's3api:select-object-content': ['read', 'export'],
  's3api:get-object-torrent': ['read', 'export'],
  'cloudtrail:validate-logs': ['read'],
  'ecs:deploy': ['write'],
  'sts:get-caller-identity': ['read'],
  'sts:get-access-key-info': ['read'],
  'sts:decode-authorization-message': ['secret'],
  'iam:generate-credential-report': ['read'],
  'rds:generate-db-auth-token': ['secret'],
};
