/** Files that hold credentials by convention: reading one reveals a secret, whatever the tool. */
const PLACES = [
  '(^|/)etc/(shadow|gshadow|sudoers|krb5\\.keytab|master\\.passwd)',
  '(^|/)\\.ssh(/(?!known_hosts|config$|authorized_keys)|/?$)',
  '(^|/)id_(rsa|dsa|ecdsa|ed25519)(_sk)?$',
  '(^|/)\\.(netrc|pgpass|git-credentials|npmrc|pypirc|vault-token|htpasswd|my\\.cnf|mylogin\\.cnf|boto)$',
  '(^|/)\\.env(\\.[A-Za-z0-9_-]+)?$',
  '(^|/)\\.(aws/(credentials|sso/|cli/cache)|docker/config\\.json|kube/config|gnupg|password-store|azure)',
  '(^|/)\\.config/(gcloud|gh/hosts|rclone|op|sops)',
  '(^|/)(proc/([0-9]+|self|thread-self|\\*)/(environ|mem)|run/secrets|var/run/secrets)',
  '(^|/)(credentials|service-account|secrets?)\\.(json|ya?ml|toml|env)$',
  '(^|/)etc/(ssl/private|kubernetes/(pki|admin\\.conf)|NetworkManager/system-connections)',
  '\\.(pem|key|p12|pfx|jks|keystore|kdbx|tfstate|ppk)$',
];

/** Made when first asked for: a command without arguments never does. */
let secretFile: RegExp | undefined;

/** True when an argument names, or contains the name of, such a file. */
export function namesSecretFile(argument: string): boolean {
  secretFile ??= new RegExp(PLACES.join('|'));
  return secretFile.test(argument);
}
