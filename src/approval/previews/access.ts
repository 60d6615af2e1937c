/** With what a preview may look at what needs a credential. Local files and git need none. */
export type Access =
  /** What configuration names, for those who are asked. */
  | { readonly kind: 'configured'; readonly credentials: PreviewCredentials }
  /** The person who runs the command and confirms it: their own environment, as the command would get it. */
  | { readonly kind: 'present'; readonly environment: Readonly<Record<string, string>>; readonly home: string };

/** `previews:` of config.yaml: credentials that can read and nothing else. Paths are absolute. */
export interface PreviewCredentials {
  readonly kubectl?: { readonly kubeconfig: string };
  readonly psql?: readonly PsqlCredential[];
  readonly aws?: readonly AwsCredential[];
}

export interface PsqlCredential {
  readonly service: string;
  readonly service_file: string;
  readonly passfile?: string;
}

export interface AwsCredential {
  readonly profile: string;
  readonly config_file: string;
  readonly credentials_file: string;
  /** The profiles of requesters that it looks for; its own name unless given. */
  readonly stands_for?: readonly string[];
}

/** What is said where configuration names no credential. */
export function noCredential(tool: string): string {
  return `no credential for previews of ${tool} is configured`;
}
