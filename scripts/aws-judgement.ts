import type { Effect } from '../src/command/action.ts';

/**
 * What AWS's own access levels do not say. `Write` covers making a tag and deleting a database, and `Read` covers a list
 * of names and the password itself. Each table here is a judgement, made by name; generate-aws.ts applies them.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/**
 * First words of operations after which something is gone. Not here: what can be put back by the opposite operation
 * (disassociate, detach, disable, stop, cancel, untag).
 */
export const DESTROYS =
  words(`delete terminate purge destroy erase wipe drop empty batch-delete admin-delete force-delete bulk-delete
  cancel-and-delete disable-and-delete schedule-key-deletion release deregister abort discard`);

/** The same first words where nothing of value goes. */
export const NOT_DESTROYED =
  /^(delete-tags|deregister-(targets|instances-from-load-balancer|event-topic|container-instance|delegated-administrator|managed-instance|.*-from-.*)|release-hosts?-reservation|abort-vault-lock)$/;

/** First words of operations that only look, by the conventions of AWS; for what no access level covers. */
export const READS =
  words(`describe list get head search lookup query scan select estimate count check filter discover retrieve simulate view
  preview ls batch-get batch-describe batch-check batch-list batch-detect batch-is admin-get admin-list transact-get is validate
  evaluate calculate detect analyze predict compare contains read`);

/** Operations with the level Read that make AWS do something all the same: run a model, call out, hand over a file. */
export const ACTS_ALTHOUGH_READ = /^(invoke|deliver|execute|create|send|chat|put|update|delete|request|test|run)(-|$)/;

/** Operations whose purpose is to hand out a credential, key material in the clear, or a link that works as one. */
export const SECRETS: Readonly<Record<string, string>> = {
  snowball: 'get-job-unlock-code',
  quicksight: 'get-dashboard-embed-url get-session-embed-url',
  m2: 'get-signed-bluinsights-url',
  'ivs-realtime': 'create-participant-token',
  ivschat: 'create-chat-token',
  iotsecuretunneling: 'open-tunnel rotate-tunnel-access-token',
  'emr-serverless': 'get-session-endpoint',
  athena: 'create-presigned-notebook-url get-session-endpoint',
  amplifyuibuilder: 'exchange-code-for-token refresh-token',
  acm: 'export-certificate',
  'bedrock-agentcore':
    'get-resource-api-key get-resource-oauth2-token get-resource-payment-token get-workload-access-token get-workload-access-token-for-jwt get-workload-access-token-for-user-id',
  codeartifact: 'get-authorization-token',
  codecatalyst: 'create-access-token',
  codepipeline: 'get-job-details get-third-party-job-details',
  'cognito-identity': 'get-credentials-for-identity get-open-id-token get-open-id-token-for-developer-identity',
  'cognito-idp':
    'list-user-pool-client-secrets add-user-pool-client-secret get-tokens-from-refresh-token associate-software-token',
  connect: 'get-federation-token',
  datazone: 'get-environment-credentials',
  deadline:
    'assume-fleet-role-for-read assume-fleet-role-for-worker assume-queue-role-for-read assume-queue-role-for-user assume-queue-role-for-worker',
  ec2: 'get-password-data create-key-pair',
  ecr: 'get-authorization-token',
  'ecr-public': 'get-authorization-token',
  'eks-auth': 'assume-role-for-pod-identity',
  emr: 'get-cluster-session-credentials get-on-cluster-app-ui-presigned-url get-persistent-app-ui-presigned-url',
  'emr-containers': 'get-managed-endpoint-session-credentials',
  finspace: 'get-kx-connection-string',
  'finspace-data': 'get-external-data-view-access-details get-programmatic-access-credentials',
  gamelift: 'get-instance-access get-compute-access get-compute-auth-token request-upload-credentials',
  grafana: 'create-workspace-api-key create-workspace-service-account-token',
  iam: 'create-access-key create-service-specific-credential reset-service-specific-credential',
  iot: 'create-keys-and-certificate create-provisioning-claim',
  ivs: 'create-stream-key get-stream-key',
  kms: 'decrypt derive-shared-secret generate-data-key generate-data-key-pair',
  kinesisanalyticsv2: 'create-application-presigned-url',
  lakeformation:
    'get-temporary-glue-partition-credentials get-temporary-glue-table-credentials get-temporary-data-location-credentials assume-decorated-role-with-saml',
  'license-manager': 'get-access-token create-token',
  lightsail:
    'download-default-key-pair create-key-pair get-bucket-access-keys create-bucket-access-key get-instance-access-details get-relational-database-master-user-password create-container-service-registry-login',
  mwaa: 'create-cli-token create-web-login-token',
  'payment-cryptography': 'export-key',
  'pca-connector-scep': 'get-challenge-password create-challenge',
  redshift: 'get-cluster-credentials get-cluster-credentials-with-iam get-identity-center-auth-token',
  'redshift-serverless': 'get-credentials get-identity-center-auth-token',
  rolesanywhere: 'create-session',
  s3api: 'create-session',
  s3control: 'get-data-access',
  sagemaker:
    'create-hub-content-presigned-urls create-presigned-domain-url create-presigned-notebook-instance-url create-presigned-mlflow-tracking-server-url create-presigned-mlflow-app-url create-partner-app-presigned-url',
  secretsmanager: 'get-secret-value batch-get-secret-value',
  ssm: 'get-access-token',
  sso: 'get-role-credentials',
  'sso-oidc': 'create-token create-token-with-iam',
  storagegateway: 'describe-chap-credentials',
  sts: 'assume-role assume-role-with-saml assume-role-with-web-identity assume-root get-federation-token get-session-token get-delegated-access-token get-web-identity-token',
  workmail: 'assume-impersonation-role',
};

/** Operations that let the caller act as somebody else. */
export const BORROWS = /^assume-/;

/** Services that are about who may do what: whatever changes there changes rights. */
export const PRIVILEGE_SERVICES = words('iam organizations sso-admin identitystore sso sso-oidc ram rolesanywhere');

/** Tags, and checks that change nothing of the rights they are about. */
export const LABELS = /^(tag|untag|test|request)-/;

/** What hands out a credential that there is already grants nobody anything. */
export const HANDS_OUT = /^(get|list|download|request)-/;

/** Names of operations elsewhere that change users, credentials and grants although AWS counts them as Write. */
export const PRIVILEGE_WORDS = new RegExp(
  [
    'access-(entry|policy|key|grant|grants)',
    'resource-policy',
    'permission-policy',
    '(create|update|put|attach|detach|associate|disassociate|import|replicate)-.*(iam|key|trust|access)-polic(y|ies)',
    'iam-policy-assignment',
    '(create|update|enable|disable|modify|register|invite|associate|disassociate|admin-[a-z]+)-(.*-)?users?$',
    '(user|users)-(password|group|groups|profile|permission|permissions)',
    '(to|from)-group$',
    'permissions?$',
    '(credential|credentials|api-key|api-keys|login-profile|password|identity-provider|oidc-provider|saml-provider)$',
    'role-(association|associations|alias)|iam-roles?$|-roles?-(to|from)-',
    '-grants?$',
  ]
    .map((part) => `(^|-)(${part})`)
    .join('|'),
);

/** Operations that run what somebody gave them, or open a way in. */
export const EXECUTES: Readonly<Record<string, string>> = {
  athena: 'start-query-execution start-calculation-execution start-session',
  batch: 'submit-job submit-service-job',
  cloud9: '',
  codebuild:
    'start-build start-build-batch retry-build retry-build-batch start-sandbox start-sandbox-connection start-command-execution',
  dynamodb: 'execute-statement batch-execute-statement execute-transaction',
  'ec2-instance-connect': 'send-ssh-public-key send-serial-console-ssh-public-key',
  ecs: 'execute-command run-task start-task',
  emr: 'add-job-flow-steps',
  'emr-containers': 'start-job-run',
  'emr-serverless': 'start-job-run',
  glue: 'start-job-run run-statement',
  lambda: 'invoke invoke-async invoke-with-response-stream',
  'rds-data': 'execute-sql execute-statement batch-execute-statement',
  'redshift-data': 'execute-statement batch-execute-statement',
  ssm: 'send-command start-automation-execution start-change-request-execution start-session resume-session',
};

/** Operations that move data out of where it is kept. */
export const EXPORTS = /^export-|^(create|start)(-.*)?-export(-|$)/;

/** Reads that fetch the data itself into a file, not what is known about it. */
export const DOWNLOADS: Readonly<Record<string, string>> = {
  s3api: 'get-object get-object-torrent select-object-content',
  glacier: 'get-job-output',
  ebs: 'get-snapshot-block',
  'mediastore-data': 'get-object',
};

/** S3 operations whose IAM action has another name and another weight than the operation's verb would say. */
export const S3_ACTIONS: Readonly<Record<string, string>> = {
  ListBuckets: 'ListAllMyBuckets',
  ListDirectoryBuckets: 'ListAllMyBuckets',
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  HeadBucket: 'ListBucket',
  HeadObject: 'GetObject',
  PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
  DeletePublicAccessBlock: 'PutBucketPublicAccessBlock',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  DeleteBucketOwnershipControls: 'PutBucketOwnershipControls',
};

/** What the AWS command line added itself: no call of one API, so no access level covers it. */
export const CUSTOM: Readonly<Record<string, readonly Effect[]>> = {
  // Trust and users on this machine.
  'codeartifact login': ['secret', 'privilege', 'write'],
  'codecommit credential-helper': ['secret'],
  'configure add-model': ['write', 'privilege'],
  'configure export-credentials': ['secret'],
  'configure get': ['read'],
  'configure import': ['write', 'privilege'],
  'configure list': ['read'],
  'configure list-profiles': ['read'],
  'configure mfa-login': ['write', 'privilege', 'secret'],
  'configure set': ['write', 'privilege'],
  'configure sso': ['write', 'privilege'],
  'configure sso-session': ['write', 'privilege'],
  'configure wizard': ['write', 'privilege'],
  'eks get-token': ['secret'],
  'eks update-kubeconfig': ['write', 'privilege'],
  'sso login': ['privilege'],
  'sso logout': ['privilege'],
  // Credentials, and links that work as one.
  'cloudfront sign': ['secret'],
  'dsql generate-db-connect-admin-auth-token': ['secret'],
  'dsql generate-db-connect-auth-token': ['secret'],
  'ecr get-login': ['secret'],
  'ecr get-login-password': ['secret'],
  'ecr-public get-login-password': ['secret'],
  'rds generate-db-auth-token': ['secret'],
  's3 presign': ['secret', 'export'],
  // The recorded answers of earlier commands, secrets included.
  'history list': ['read'],
  'history show': ['read', 'secret'],
  // Sessions.
  'ec2-instance-connect open-tunnel': ['execute'],
  'ec2-instance-connect ssh': ['execute'],
  'ecs execute-command': ['execute'],
  'emr socks': ['execute'],
  'emr ssh': ['execute'],
  'ssm start-session': ['execute'],
  // They run on the machine they are called on, as root.
  'deploy install': ['execute', 'write'],
  'deploy uninstall': ['execute', 'write'],
  // Several calls, or a call and a file.
  'cloudformation deploy': ['write', 'privilege'],
  'cloudformation package': ['write', 'export'],
  'cloudtrail create-subscription': ['write'],
  'cloudtrail update-subscription': ['write'],
  'cloudtrail validate-logs': ['read'],
  'cloudtrail verify-query-results': ['read'],
  'configservice get-status': ['read'],
  'configservice subscribe': ['write', 'privilege'],
  'datapipeline create-default-roles': ['write', 'privilege'],
  'datapipeline list-runs': ['read'],
  'ddb put': ['write'],
  'ddb select': ['read'],
  'deploy deregister': ['write', 'privilege', 'destroy'],
  'deploy push': ['write', 'export'],
  'deploy register': ['write', 'privilege'],
  'dlm create-default-role': ['write', 'privilege'],
  'ecs deploy': ['write'],
  'ecs monitor-express-gateway-service': ['read'],
  'emr add-instance-groups': ['write'],
  'emr add-steps': ['execute', 'write'],
  'emr create-cluster': ['write'],
  'emr create-default-roles': ['write', 'privilege'],
  'emr create-hbase-backup': ['write', 'export'],
  'emr describe-cluster': ['read'],
  'emr disable-hbase-backups': ['write'],
  'emr get': ['export'],
  'emr install-applications': ['write'],
  'emr modify-cluster-attributes': ['write'],
  'emr put': ['write', 'export'],
  'emr restore-from-hbase-backup': ['write', 'destroy'],
  'emr schedule-hbase-backup': ['write', 'export'],
  'emr terminate-clusters': ['write', 'destroy'],
  'emr-containers update-role-trust-policy': ['write', 'privilege'],
  'gamelift get-game-session-log': ['export'],
  'gamelift upload-build': ['write', 'export'],
  'lightsail push-container-image': ['write'],
  'logs start-live-tail': ['read'],
  'logs tail': ['read'],
  'opsworks register': ['execute', 'write', 'privilege'],
  's3 cp': ['write', 'export'],
  's3 ls': ['read'],
  's3 mb': ['write'],
  's3 mv': ['write', 'export', 'destroy'],
  's3 rb': ['write', 'destroy'],
  's3 rm': ['write', 'destroy'],
  's3 sync': ['write', 'export'],
  // It makes every object of the bucket a page of the web.
  's3 website': ['write', 'privilege'],
  'servicecatalog generate': ['write'],
};

/** Commands and options of version 2 that are newer than the one the table is made from; `!` behind a flag. */
export const NEWER: Readonly<Record<string, string>> = {
  'cloudtrail verify-query-results': '--s3-bucket --s3-prefix --local-export-path',
  'configure mfa-login': '--serial-number --duration-seconds --update-profile',
  'dsql generate-db-connect-admin-auth-token': '--hostname --expires-in',
  'dsql generate-db-connect-auth-token': '--hostname --expires-in',
  'ec2-instance-connect open-tunnel':
    '--instance-id --instance-connect-endpoint-id --instance-connect-endpoint-dns-name --private-ip-address --remote-port --local-port --max-tunnel-duration',
  'ec2-instance-connect ssh':
    '--instance-id --instance-ip --private-key-file --os-user --ssh-port --local-forwarding --eice-options --connection-type',
  'ecs monitor-express-gateway-service': '--service-arn --resource-view --timeout --mode',
  's3 cp': '--no-overwrite!',
  's3 mv': '--no-overwrite!',
  's3 sync': '--no-overwrite!',
  'sso login': '--use-device-code!',
  'configure sso': '--use-device-code!',
};
