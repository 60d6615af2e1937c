import type { Able, Enrolled } from '../approval/factors/factor.ts';
import { GateError } from '../errors.ts';
import { type Changed, ENROL_NAMESPACE, type Enrolment } from './enrolment.ts';
import { type Connection, call } from './remote-http.ts';

interface Own {
  readonly enrolled: readonly (Enrolled & { readonly kept: boolean })[];
  readonly able: readonly Able[];
}

/** What people enrolled at a service. Who they are it knows by itself: the names given here are not sent. */
export function remoteEnrolment(service: Connection): Enrolment {
  const own = async () => (await call(service, 'GET', '/v1/enrolment')) as Own;
  const post = (what: string, body: object) => call(service, 'POST', `/v1/enrolment${what}`, body);
  const inBrowser = async (): Promise<never> => {
    throw new GateError('USAGE', 'people sign in with a passkey in a browser');
  };
  return {
    list: async () => (await own()).enrolled,
    able: async () => (await own()).able,
    statement: async (_, change, moment) =>
      ((await post('/statement', { change, ...moment })) as { readonly text: string }).text,
    enroll: async (_, factor, leave, used) =>
      (await post('', { factor, ...leave, ...(used === undefined ? {} : { used }) })) as Changed,
    remove: async (_, id, leave) => (await post('/removal', { id, ...leave })) as Changed,
    async fits(key, text, signature) {
      const { sshSigFault } = await import('../approval/factors/sshsig.ts');
      return sshSigFault(signature, { message: text, key, namespace: ENROL_NAMESPACE });
    },
    signInText: inBrowser,
    signIn: inBrowser,
  };
}
