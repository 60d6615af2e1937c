import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditExport, auditShow, auditTail, auditVerify } from '../../src/cli/audit.ts';
import { inPlace, storeAt } from '../store/fixtures/place.ts';

const id = '019b76da-a800-7000-8000-00000000a1b2';

function listening() {
  const said = { stdout: '', stderr: '' };
  const io = {
    stdout: (text: string) => {
      said.stdout += text;
    },
    stderr: (text: string) => {
      said.stderr += text;
    },
    stderrIsTerminal: false,
  };
  return { io, said };
}

/** A log with one run of a hostile command line. */
const withLog = (use: (log: { path: string }, directory: string) => Promise<void>) =>
  inPlace(async (path, directory) => {
    const store = storeAt(path);
    await store.append(
      [
        { type: 'request.submitted', request: id, payload: { argv: ['\u001b[2Jrm', '\u202eevil', 'ä'] } },
        { type: 'request.decided', request: id, payload: { kind: 'allow', mode: 'enforce' } },
        { type: 'run.started', request: id, payload: {} },
      ],
      { request: id, version: -1 },
    );
    store.close();
    await use({ path }, directory);
  });

describe('gate audit', () => {
  it('export, then verify of the export: sound; with one byte changed: 74 and the entry', () =>
    withLog(async (log, directory) => {
      const { io, said } = listening();
      expect(await auditExport(log, {}, io)).toBe(0);
      const file = `${directory}/export.jsonl`;
      writeFileSync(file, said.stdout);
      const sound = listening();
      expect(await auditVerify(log, { file, json: true }, sound.io)).toBe(0);
      expect(JSON.parse(sound.said.stdout)).toMatchObject({ schema_version: 1, sound: true, size: 4 });
      writeFileSync(file, readFileSync(file, 'latin1').replace('evil', 'evyl'));
      const broken = listening();
      expect(await auditVerify(log, { file, json: true }, broken.io)).toBe(74);
      expect(JSON.parse(broken.said.stdout)).toMatchObject({ sound: false, index: 1, reason: 'commitment' });
    }));

  it('a part of the log verifies against its own root', () =>
    withLog(async (log, directory) => {
      const { io, said } = listening();
      await auditExport(log, { from: 2, to: 2 }, io);
      writeFileSync(`${directory}/part.jsonl`, said.stdout);
      const verified = listening();
      expect(await auditVerify(log, { file: `${directory}/part.jsonl` }, verified.io)).toBe(0);
      expect(said.stdout.split('\n')).toHaveLength(4);
    }));

  it('verify without a file reads the log itself, and a copy of it', () =>
    withLog(async (log) => {
      for (const file of [undefined, log.path]) {
        const { io, said } = listening();
        expect(await auditVerify(log, file === undefined ? {} : { file }, io)).toBe(0);
        expect(said.stdout).toContain('sound: 4 events, 1 requests not ended');
      }
    }));

  it('tail and show never let a control character of a record reach the terminal', () =>
    withLog(async (log) => {
      const { io, said } = listening();
      expect(await auditTail(log, { count: 2 }, io)).toBe(0);
      expect(said.stdout.split('\n')).toHaveLength(3);
      expect(await auditShow(log, { what: '00a1b2' }, io)).toBe(0);
      expect(await auditShow(log, { what: '1' }, io)).toBe(0);
      expect(await auditTail(log, { json: true }, io)).toBe(0);
      expect(said.stdout).toContain('evil');
      expect(said.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }));

  it('tail says what happened, and show finds a standing grant by the end of its id', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      const standing = '019b76da-a800-7000-9000-00000000c3d4';
      await store.append([
        { type: 'request.submitted', request: id, payload: { principal: 'agent:x', argv: ['rm'] } },
        { type: 'request.decided', request: id, payload: { kind: 'hold', mode: 'enforce', rules: ['r'] } },
        { type: 'request.granted', request: id, payload: { voters: ['person:bob'], acknowledged: false } },
        { type: 'standing.granted', request: standing, payload: { principal: 'agent:x', request: id, until: 0 } },
        { type: 'request.withdrawn', request: id, payload: { by: 'agent:x', text: 'no \u202e longer' } },
      ]);
      store.close();
      const { io, said } = listening();
      await auditTail({ path }, {}, io);
      expect(said.stdout).toMatch(/0000a1b2 {2}request\.granted {4}approved by person:bob$/m);
      expect(said.stdout).toContain('by agent:x: "no \\u{202e} longer"');
      const shown = listening();
      expect(await auditShow({ path }, { what: 'c3d4' }, shown.io)).toBe(0);
      expect(shown.said.stdout).toMatch(/^ +4 .* 0000c3d4 {2}standing\.granted {3}agent:x may/);
    }));

  it('verify says which runs under break-glass nobody has reviewed', () =>
    inPlace(async (path) => {
      const store = storeAt(path);
      await store.append([
        { type: 'request.submitted', request: id, payload: {} },
        { type: 'request.decided', request: id, payload: { kind: 'hold' } },
        { type: 'request.broken', request: id, payload: { by: 'person:ann', why: 'outage', told: [] } },
        { type: 'run.started', request: id, payload: {} },
        { type: 'run.finished', request: id, payload: {} },
      ]);
      const { io, said } = listening();
      expect(await auditVerify({ path }, {}, io)).toBe(0);
      expect(said.stdout).toContain('NOT REVIEWED: 1 run under break-glass');
      await store.append([
        { type: 'request.reviewed', request: id, payload: { by: 'x', verdict: 'justified', text: '' } },
      ]);
      store.close();
      const again = listening();
      expect(await auditVerify({ path }, { json: true }, again.io)).toBe(0);
      expect(JSON.parse(again.said.stdout)).toMatchObject({ sound: true, open: 0, unreviewed: 0, standing: 0 });
    }));

  it('show of something unknown, and export of a part that does not exist, say so', () =>
    withLog(async (log) => {
      const { io } = listening();
      await expect(auditShow(log, { what: 'ffffff' }, io)).rejects.toThrow(
        expect.objectContaining({ code: 'UNKNOWN_REQUEST' }),
      );
      await expect(auditExport(log, { from: 9 }, io)).rejects.toThrow(expect.objectContaining({ code: 'USAGE' }));
    }));
});
