import type { Action } from '../command/action.ts';
import { canonical } from '../command/canonical.ts';
import type { Command } from '../command/command.ts';
import { differences } from '../command/differences.ts';
import { visible } from '../command/display.ts';
import { digestManifest, type Manifest } from '../command/manifest.ts';
import { type Looked, pinned } from '../command/prepare.ts';
import { environmentOfSent, type Sent, spooledOf } from '../command/sent.ts';
import { storeKey } from '../config/key.ts';
import type { SystemConfig } from '../config/system.ts';
import { GateError } from '../errors.ts';
import { sha256Hex } from '../platform/hash.ts';
import { decide, limitsOf } from '../policy/decide.ts';
import { loadPolicies } from '../policy/load.ts';
import { policyPaths } from '../policy/paths.ts';
import type { PolicySet } from '../policy/policy-set.ts';
import { prepareConditions } from '../policy/prepare.ts';
import type { Request } from '../request/request.ts';
import { chance, type Local } from '../wiring.ts';
import type { RunAccount } from './accounts.ts';
import type { ClientAskingParts } from './client/asking.ts';
import type { IntakeParts } from './intake.ts';
import { ApiError } from './problem.ts';
import type { Readers } from './run/readers.ts';
import type { Reading } from './run/reading.ts';

/**
 * How the service understands and decides: with the system's policies and its own, never with those of a caller's home. What a requester
 * names is read by a process with the rights of the run's account, policies of a repository too.
 */
export function hostStages(
  { paths, store }: Pick<Local, 'paths' | 'store'>,
  system: () => Promise<SystemConfig>,
  runAs: (principal: string) => RunAccount,
  readers: Pick<Readers, 'read'>,
  onPolicies: (policies: PolicySet) => void,
): Pick<IntakeParts, 'understand' | 'decide'> & Pick<ClientAskingParts, 'understandSent'> {
  const found = new WeakMap<Command, Reading['repository']>();
  const pathsAt = (cwd: string) => policyPaths({ GATE_HOME: paths.state }, '/nonexistent', cwd);
  return {
    async understand(request, { call, input } = {}) {
      const account = runAs(request.principal.id);
      const { argv, cwd, home, environment, stdin, intent, ticket, tty } = request;
      const subject = {
        ...{ argv, cwd, home, environment, stdin },
        ...(intent === undefined ? {} : { intent }),
        ...(ticket === undefined ? {} : { ticket }),
      };
      const sealing = { user: account.name, tty };
      const { repository, needsWorkTree } = pathsAt(cwd);
      const question = {
        ...{ subject, sealing, repository, needsWorkTree },
        ...(call ? { call } : {}),
        ...(input === undefined ? {} : { input: Buffer.from(input).toString('base64') }),
      };
      const reading = await readers.read(account, question, shareOf(request));
      const { stdin: _, ...command } = pinned(subject, withInput(reading.looked, input), {
        sealing,
        key: () => storeKey(paths.key, chance.random),
      });
      found.set(command, reading.repository);
      return command;
    },

    /** @throws GateError, and ApiError CONFLICT when the client understands it otherwise */
    async understandSent(request, { sent, policies, manifest, key, actions, version }) {
      const { argv, cwd, home, environment, stdin, intent, ticket } = request;
      const subject = {
        ...{ argv, cwd, home, environment, stdin },
        ...(intent === undefined ? {} : { intent }),
        ...(ticket === undefined ? {} : { ticket }),
      };
      const asked = { subject, sent: sent as Sent, repository: [], needsWorkTree: false };
      const { looked } = await readers.read(nobody(), asked, shareOf(request));
      const built = environmentOfSent(sent as Sent);
      const theirs = pinned(subject, looked, { built, key: () => Buffer.from(key ?? '', 'hex') });
      if (theirs.digest !== digestManifest(manifest as Manifest)) {
        const what = differences(manifest as Manifest, theirs.manifest)
          .map(visible)
          .join('; ');
        throw new ApiError(
          'CONFLICT',
          `the service does not understand the command as the client does: ${what || 'its manifest'}`,
          `the client is gate ${visible(version)}: is the service the same version?`,
        );
      }
      const command = united(
        pinned(subject, looked, { built, key: () => storeKey(paths.key, chance.random) }),
        actions as readonly Action[],
      );
      found.set(
        command,
        policies.map(({ path, content }) => ({ path, layer: 'repository', bytes: Buffer.from(content, 'base64') })),
      );
      return command;
    },

    async decide(request, command) {
      const { mode, bundled } = await system();
      const repository = found.get(command) ?? new GateError('INTERNAL', 'a command was decided that nobody read');
      if (repository instanceof GateError) throw repository;
      const policies = await loadPolicies({
        paths: pathsAt(request.cwd),
        repository,
        cacheDirectory: paths.cache,
        ...(mode === undefined ? {} : { systemMode: mode }),
        ...(bundled === undefined ? {} : { bundle: await bundled() }),
        tools: [...new Set(command.actions.map((action) => action.tool))],
      });
      onPolicies(policies);
      await prepareConditions(policies, command);
      const used = new Map<string, number>();
      for (const limit of limitsOf(request, command, policies)) {
        const since = chance.now() - limit.windowSeconds * 1000;
        used.set(`${limit.rule}\0${limit.key}`, await store.starts(limit.rule, limit.key, since));
      }
      return decide(request, command, policies, (limit) => used.get(`${limit.rule}\0${limit.key}`) ?? 0);
    },
  };
}

/** Judged is what either of them sees: a claim can add to it and take nothing away. */
function united(command: Command, claimed: readonly Action[]): Command {
  const seen = new Set(command.actions.map((action) => canonical(action)));
  const more = claimed.filter((action) => !seen.has(canonical(action)));
  if (more.length === 0) return command;
  return {
    ...command,
    actions: [...command.actions, ...more],
    opaque: command.opaque || more.some(({ opaque }) => opaque),
  };
}

/** Reads what clients sent: an account that has nothing. */
function nobody(): RunAccount {
  const uid = process.geteuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: process.getegid?.() ?? uid, name: 'the service’s own' };
  return { uid: 65_534, gid: 65_534, name: 'nobody' };
}

/**
 * Under whose name somebody's commands are read. A claim earns no share of its own, and all who are nobody of the directory have one together: of accounts
 * nobody runs out.
 */
function shareOf({ principal: { id, owner, known } }: Request): string {
  const whose = known === 'claimed' ? (owner ?? id) : id;
  return /^person:.*@/.test(whose) ? 'others' : whose;
}

/** That it was read as code the reader says; what was read the service knows. */
function withInput({ spooled, ...looked }: Looked, input: Uint8Array | undefined): Looked {
  if (spooled === undefined || input === undefined) return looked;
  const digest = `sha256:${sha256Hex(input)}`;
  return { ...looked, spooled: spooledOf({ path: '-', digest, size: input.length }) };
}
