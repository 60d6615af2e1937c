import type { Action, Effect } from '../../action.ts';
import type { ReadContext, Reader, Reading } from '../../reader.ts';
import { act, unknownAction, withDoubt } from '../../reading.ts';
import { namesSecretFile } from '../../secret-files.ts';
import { onFiles, written } from './paths.ts';

/** openssl: looking at certificates reads, private keys are secrets, a connection carries out what it is fed. */
export const reader: Reader = { names: ['openssl'], read: readOpenssl };

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Commands of openssl that look, compute or convert what is public. `enc` and the ciphers are told by their name. */
const LOOKS = words(
  'version list help dgst sha1 sha224 sha256 sha384 sha512 sha512-256 sha3-256 sha3-384 sha3-512 shake128 shake256 blake2b512 blake2s256 md4 md5 rmd160 ripemd160 ciphers errstr prime rand speed ' +
    'x509 verify asn1parse crl crl2pkcs7 nseq ocsp pkcs7 sess_id spkac ts info enc base64 passwd pkeyparam dsaparam dhparam ecparam cms smime req ca mac kdf s_time storeutl srp',
);
/** Commands that print private keys or what they open. */
const OPENS = words('rsa pkey ec dsa pkcs8 pkcs12 genrsa genpkey gendsa pkeyutl rsautl');
const CIPHER = /^(aes|aria|bf|blowfish|camellia|cast5?|chacha20|des3?|desx|idea|rc[245]|seed|sm4)(-[\w-]+)?$/;

const PUBLIC_ONLY = words('-pubout -pubin -noout -modulus -text_pub -nokeys -verify -encrypt -nomac -info -check');
const WRITES = words(
  '-out -keyout -writerand -sess_out -signature_out -CAserial -outdir -ctlogfile -keylogfile -certsout',
);
const CODE = words('-engine -provider -provider-path -ssl_client_engine -config -keymatexport -engine_impl -loader');
const SECRETS = words('-pass -passin -passout -password -k -K -key -hmac -macopt -psk -passcerts');

function readOpenssl(argv: readonly string[], context: ReadContext): Reading {
  const command = argv[1];
  const rest = argv.slice(2);
  const actions: Action[] = [];
  const doubts: string[] = [];
  const secrets: string[] = [];
  if (command === undefined) return { actions: [act('openssl', 'openssl', ['execute'])] };
  if (/^-?-?(help|version|h|v)$/.test(command)) return { actions: [act('openssl', 'openssl', ['read'])] };
  let writes = false;
  rest.forEach((arg, index) => {
    const name = arg.replace(/^--/, '-').split('=')[0] as string;
    const value = arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : (rest[index + 1] ?? '');
    if (WRITES.has(name)) {
      const files = written('openssl', value, context.cwd);
      writes ||= files.length > 0;
      actions.push(...files);
    } else if (CODE.has(name)) doubts.push(`openssl ${name} loads code or settings from elsewhere`);
    else if (SECRETS.has(name)) {
      if (value.startsWith('pass:')) secrets.push(value.slice(5));
      else if (/^(-k|-K|-hmac)$/.test(name)) secrets.push(value);
    }
  });
  actions.push(...mainOf(command, rest, writes, context));
  const given = secrets.filter((secret) => secret !== '');
  return { ...withDoubt({ actions }, doubts), ...(given.length > 0 ? { secrets: given } : {}) };
}

function mainOf(command: string, rest: readonly string[], writes: boolean, context: ReadContext): readonly Action[] {
  if (command === 's_client') {
    const at = rest.indexOf('-connect');
    const [host, port] = (rest[at < 0 ? rest.length : at + 1] ?? '').split(':');
    const scope = host ? { host, ...(port ? { port } : {}) } : { reach: 'remote' };
    // Without anything to send it only shows the other side's certificate.
    const quiet = rest.includes('-quiet') || rest.includes('-ign_eof') || rest.includes('-proxy_pass');
    const sends = quiet || !(context.stdin === 'null' || context.stdin === 'closed' || isShort(context));
    return [act('openssl', command, sends ? ['export'] : ['read'], { scope })];
  }
  if (command === 's_server') return [act('openssl', command, ['export'], { scope: { reach: 'machine' } })];
  if (command === 'engine') return [act('openssl', command, rest.length === 0 ? ['read'] : ['execute'])];
  if (command === 'rehash' || command === 'fipsinstall') return [act('openssl', command, ['write'])];
  const input = rest[rest.indexOf('-in') + 1];
  const named = rest.includes('-in') && input !== undefined ? [input] : [];
  if (OPENS.has(command)) {
    if (rest.some((arg) => PUBLIC_ONLY.has(arg)) || writes) return writes ? [] : [act('openssl', command, ['read'])];
    return [act('openssl', command, ['secret'])];
  }
  if (!LOOKS.has(command) && !CIPHER.test(command)) return [unknownAction('openssl')];
  if (command === 'ca') return writes ? [] : [act('openssl', command, ['write'])];
  if (writes)
    return named.some(namesSecretFile) && (command === 'enc' || CIPHER.test(command))
      ? [act('openssl', command, ['secret'])]
      : [];
  const effects: Effect[] = ['read'];
  const shows = command === 'enc' || command === 'base64' || command === 'asn1parse' || CIPHER.test(command);
  return onFiles('openssl', effects, named, context.cwd, shows).map((action) => ({ ...action, operation: command }));
}

/** `echo | openssl s_client`, `echo Q |`: a line that says nothing. */
function isShort(context: ReadContext): boolean {
  const bytes = context.files.stdin()?.bytes;
  return bytes !== undefined && bytes.length <= 2;
}
