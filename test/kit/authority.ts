import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate with its key, as files. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
  /** Their texts. */
  pem(): { readonly cert: string; readonly key: string };
}

/** A certificate authority of one test, made by `openssl`. */
export class Authority implements Disposable {
  readonly directory = mkdtempSync(join(tmpdir(), 'gate-ca-'));
  readonly certificate = join(this.directory, 'ca.pem');
  readonly #key = join(this.directory, 'ca.key');
  #made = 0;

  constructor(name = 'an authority of the tests') {
    openssl(
      'req',
      '-x509',
      ...KEY,
      '-keyout',
      this.#key,
      '-out',
      this.certificate,
      '-days',
      '30',
      '-subj',
      `/CN=${name}`,
    );
  }

  /** Its certificate as text. */
  get pem(): string {
    return readFileSync(this.certificate, 'utf8');
  }

  /**
   * @param names as OpenSSL writes them: `DNS:localhost`, `IP:127.0.0.1`, `URI:spiffe://example.com/deploy`
   * @param days from now; negative: it has expired
   */
  issue(
    names: readonly string[],
    { days = 30, usage = 'serverAuth' }: { readonly days?: number; readonly usage?: 'serverAuth' | 'clientAuth' } = {},
  ): Certified {
    const at = join(this.directory, `${++this.#made}`);
    const [certificate, key] = [`${at}.pem`, `${at}.key`];
    writeFileSync(`${at}.ext`, `subjectAltName=${names.join(',')}\nextendedKeyUsage=${usage}\n`);
    openssl('req', ...KEY, '-keyout', key, '-out', `${at}.csr`, '-subj', '/CN=of a test');
    const when = days < 0 ? ['-not_before', date(days - 2), '-not_after', date(days)] : ['-days', `${days}`];
    const ca = ['-CA', this.certificate, '-CAkey', this.#key, '-CAcreateserial', '-extfile', `${at}.ext`];
    if (days < 0) this.#sign(`${at}.csr`, certificate, `${at}.ext`, when);
    else openssl('x509', '-req', '-in', `${at}.csr`, '-out', certificate, ...when, ...ca);
    const pem = () => ({ cert: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') });
    return { certificate, key, pem };
  }

  /** `openssl x509` makes none of the past; `openssl ca` does. */
  #sign(request: string, certificate: string, extensions: string, when: readonly string[]): void {
    const config = join(this.directory, 'ca.cnf');
    writeFileSync(join(this.directory, 'index.txt'), '');
    writeFileSync(
      config,
      `[ca]\ndefault_ca = own\n[own]\ndatabase = ${this.directory}/index.txt\nnew_certs_dir = ${this.directory}\ndefault_md = sha256\npolicy = any\nrand_serial = yes\nunique_subject = no\n[any]\ncommonName = supplied\n`,
    );
    const [, from = '', , to = ''] = when;
    openssl(
      'ca',
      '-batch',
      '-notext',
      '-config',
      config,
      '-cert',
      this.certificate,
      '-keyfile',
      this.#key,
      '-in',
      request,
      '-out',
      certificate,
      '-extfile',
      extensions,
      '-startdate',
      from,
      '-enddate',
      to,
    );
  }

  [Symbol.dispose](): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}

function date(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().replace(/[-:T]|\.\d+/g, '');
}
