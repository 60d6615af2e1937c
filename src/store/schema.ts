/**
 * The schema, as numbered migrations: entry n brings a database from `user_version` n to n + 1, in one transaction. A
 * published migration is never edited. The log itself is `events` and `head`, described in docs/audit-format.md;
 * the rest follows from the events (`requests`, `starts`, `documents`, `enrolments`, `tokens`) or stands outside the log (`file_digests`, `token_uses`, `cursors`).
 */

export const APPLICATION_ID = 0x67617465;

const LOG_AND_PROJECTIONS = `
CREATE TABLE events (
  idx INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  type TEXT NOT NULL,
  request TEXT,
  payload BLOB,
  salt BLOB,
  commitment BLOB NOT NULL,
  leaf BLOB NOT NULL
) STRICT;
CREATE INDEX events_request ON events (request) WHERE request IS NOT NULL;
CREATE TABLE head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  log TEXT NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL,
  range BLOB NOT NULL
) STRICT;
CREATE TRIGGER events_keep BEFORE DELETE ON events BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER events_only_erase BEFORE UPDATE ON events
WHEN NOT (NEW.payload IS NULL AND NEW.salt IS NULL AND OLD.idx > 0 AND NEW.idx IS OLD.idx AND NEW.at IS OLD.at
  AND NEW.type IS OLD.type AND NEW.request IS OLD.request AND NEW.commitment IS OLD.commitment
  AND NEW.leaf IS OLD.leaf) BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TABLE requests (
  first INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  tail TEXT NOT NULL,
  state TEXT NOT NULL,
  principal TEXT NOT NULL,
  digest TEXT NOT NULL,
  open INTEGER NOT NULL,
  view TEXT NOT NULL
) STRICT;
CREATE INDEX requests_tail ON requests (tail);
CREATE INDEX requests_open ON requests (principal, digest) WHERE open = 1;
CREATE TABLE starts (
  rule TEXT NOT NULL,
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  PRIMARY KEY (rule, key, at, idx)
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (digest TEXT PRIMARY KEY, idx INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE file_digests (use INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, digest TEXT NOT NULL) STRICT;
`;

/** Standing grants are streams too, and what a principal asked before is looked up. */
const STANDING_GRANTS = `
ALTER TABLE requests ADD COLUMN kind TEXT NOT NULL DEFAULT 'request';
CREATE INDEX requests_ended ON requests (principal, digest, first) WHERE open = 0;
`;

/** What a person has enrolled: the log's word, against which private files are held. */
const ENROLMENTS = `
CREATE TABLE enrolments (
  person TEXT NOT NULL,
  id TEXT NOT NULL,
  factor TEXT NOT NULL,
  digest TEXT NOT NULL,
  key TEXT,
  PRIMARY KEY (person, id)
) STRICT, WITHOUT ROWID;
`;

/** Tokens of the service that were not revoked, by the log's word; beside them, outside the log, when each was last used. */
const TOKENS = `
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  issued TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE token_uses (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

/** How far those have read the log who pass events on. */
const CURSORS = `
CREATE TABLE cursors (name TEXT PRIMARY KEY, next INTEGER NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

export const MIGRATIONS: readonly string[] = [LOG_AND_PROJECTIONS, STANDING_GRANTS, ENROLMENTS, TOKENS, CURSORS];

export const SCHEMA_VERSION = MIGRATIONS.length;
