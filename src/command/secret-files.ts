/** Files that hold credentials by convention: reading one reveals a secret, whatever the tool. */
const PLACES = [
  // The system's own.
  '(^|/)etc/(shadow|gshadow|sudoers|krb5\\.keytab|master\\.passwd|security/opasswd|ipsec\\.secrets|ppp/[cp]ap-secrets)',
  '(^|/)etc/(ssl/private|kubernetes/(pki|admin\\.conf)|NetworkManager/system-connections|wireguard|openvpn/.*\\.key|rancher/.*\\.yaml)',
  '(^|/)proc/[^/]+/(environ|mem)',
  '(^|/)run/(secrets|credentials)|(^|/)var/lib/(kubelet/pki|docker/secrets)|(^|/)Library/Keychains',
  // Keys.
  '(^|/)\\.ssh(/(?!known_hosts|config$|authorized_keys|[^/]*\\.pub$)|/?$)',
  '(^|/)id_(rsa|dsa|ecdsa|ed25519|xmss)(_sk)?$',
  '(^|/)\\.(gnupg|password-store)',
  '(?<!(^|[/._-])(cert|certificate|cacert|ca|ca-bundle|ca-certificates|certs|chain|fullchain|public|pub|bundle|root|intermediate|dhparams?|dh))\\.pem$',
  '(?<!(^|[/._-])(public|pub))\\.key$',
  '\\.(p12|pfx|jks|keystore|kdbx?|ppk|agekey|keytab)$',
  // What tools keep under the home directory.
  '(^|/)[._](netrc|pgpass|git-credentials|npmrc|pypirc|vault-token|htpasswd|my\\.cnf|mylogin\\.cnf|boto|s3cfg|databrickscfg|dockercfg|terraformrc|yarnrc\\.yml|ngrok2?/|mongorc\\.js|cloudflared/)$',
  '(^|/)\\.aws(/?$|/(credentials|sso|cli/cache|cli$|\\u0001))',
  '(^|/)\\.azure(/|$)',
  '(^|/)\\.docker(/?$|/(config\\.json|\\u0001))',
  '(^|/)\\.kube(/?$|/(config|\\u0001))|(^|/)kubeconfig(\\.ya?ml)?$|\\.kubeconfig$',
  '(^|/)\\.config/(gcloud|gh/?$|gh/hosts|hub$|rclone|op(/|$)|sops|doctl|git/credentials|glab-cli|helm/registry|containers/auth|configstore|pypoetry/auth|age|netlify|stripe|flyctl|scw|hcloud|argocd|supabase)',
  '(^|/)\\.(cargo|gem)/credentials|(^|/)\\.terraform\\.d/credentials|(^|/)\\.m2/settings(-security)?\\.xml|(^|/)\\.gradle/gradle\\.properties|(^|/)\\.composer/auth\\.json|(^|/)\\.fly/config\\.yml|(^|/)\\.oci/|(^|/)\\.bw/|(^|/)\\.claude/\\.credentials|(^|/)\\.codex/auth\\.json|(^|/)\\.gemini/oauth',
  '(^|/)(logins\\.json|key[34]\\.db|cookies\\.sqlite|Login Data|Cookies|wallet\\.dat|login\\.keychain(-db)?)$',
  '(^|/)\\.(bash|zsh|sh|ksh|mysql|psql|rediscli|python|node_repl|irb|mongo|sqlite)_history$|(^|/)\\.history$',
  // What projects keep.
  '(^|/)\\.env(rc)?$|(^|/)\\.env\\.(?!(example|sample|template|tmpl|dist|defaults?|schema|md|d\\.ts)$)[A-Za-z0-9_.-]+$|(^|/)\\.env\\u0001',
  '(^|/)(credentials|service[-_]account|secrets?|client_secrets?|application_default_credentials)(\\.enc)?\\.(json|ya?ml|toml|env|ini|properties)$',
  '(^|/)(master\\.key|secret_token\\.rb|wp-config\\.php|\\.vault_pass(word)?(\\.txt)?)$',
  '\\.tfstate(\\.[\\w.-]*)?$',
];

/** Made when first asked for: a command without arguments never does. */
let secretFile: RegExp | undefined;

/** Ordinary words and paths, told from the rest at little cost: most arguments need no longer look. */
const ORDINARY =
  /^(?![\s\S]*(?:etc\/|proc\/|run\/|lib\/|Library|id_|kubeconfig|Cookies|secret|service))[\w/=:,+@%-]*(?:\w\.(?:ts|js|tsx|jsx|go|py|rs|c|h|cc|cpp|java|md|txt|html|css|sh|log|csv|out|o|so|gz|tgz|zip|tar|patch|diff))?$/;

/** True when an argument names, or contains the name of, such a file. */
export function namesSecretFile(argument: string): boolean {
  if (ORDINARY.test(argument)) return false;
  secretFile ??= new RegExp(PLACES.join('|'));
  return secretFile.test(argument);
}
