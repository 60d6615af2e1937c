import { notInPerson } from '../../approval/directory.ts';
import { visible } from '../../command/display.ts';
import { keepSession, type Session } from '../../config/session-file.ts';
import { chance } from '../../wiring.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Actor } from '../votes.ts';
import { browserLogin } from './browser.ts';
import { deviceLogin } from './device.ts';
import type { Proven } from './issuer-client.ts';

/** `gate login`: a person says who they are to the service's issuer. Exit: 0 done, 76 broken off or late, 77 refused. */

/** The service, as far as logging in needs it. */
export interface LoginService {
  /** What names it in the file of the session. */
  readonly name: string;
  begin(): Promise<{ readonly issuer: string; readonly clientId: string; readonly nonce: string }>;
  finish(idToken: string, purpose: Session['purpose']): Promise<LoggedIn>;
}

export type LoggedIn =
  | { readonly kind: 'in'; readonly token: string; readonly person: string; readonly expires: number }
  | { readonly kind: 'refused'; readonly why: string };

export interface LoginOptions {
  readonly purpose: Session['purpose'];
  /** Without a browser on this machine. */
  readonly device: boolean;
  /** The file of the session. */
  readonly file: string;
  /** Opens an address for the person; it is shown to them as well. */
  readonly open: (address: string) => void;
  readonly signal: AbortSignal;
}

export async function login(service: LoginService, actor: Actor, options: LoginOptions, io: Io): Promise<number> {
  const { principal, supervised } = actor.identified;
  // What an agent can start it could finish with a session of the person beside it (SELF-05).
  const barred = notInPerson(principal, supervised, actor.tty);
  if (barred !== undefined) return refused(barred, io);
  const begun = await service.begin();
  const proven = await prove(begun, options, io);
  if (proven.kind === 'denied') return refused('the issuer was told no', io);
  if (proven.kind !== 'proven') {
    io.stderr(`gate: nobody logged in${proven.kind === 'late' ? ' in time' : ''}\n`);
    return EXIT.ended;
  }
  const done = await service.finish(proven.idToken, options.purpose);
  if (done.kind === 'refused') return refused(done.why, io);
  const { token, person, expires } = done;
  const { purpose } = options;
  keepSession(options.file, { version: 1, service: service.name, token, person, purpose, expires }, chance.random);
  io.stderr(`gate: you are ${visible(person)} until ${new Date(expires).toISOString()}\n`);
  return EXIT.ok;
}

function prove(
  begun: { readonly issuer: string; readonly clientId: string; readonly nonce: string },
  { device, open, signal }: LoginOptions,
  io: Io,
): Promise<Proven> {
  if (!device) {
    return browserLogin(
      begun,
      (address) => {
        io.stderr(`log in here:\n  ${visible(address)}\n`);
        open(address);
      },
      signal,
    );
  }
  return deviceLogin(
    begun,
    ({ code, address }) => io.stderr(`open this on any device:\n  ${visible(address)}\nand type:  ${visible(code)}\n`),
    signal,
  );
}

function refused(why: string, io: Io): number {
  io.stderr(`gate: you are not logged in: ${visible(why)}\n`);
  return EXIT.refused;
}
