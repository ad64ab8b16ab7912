-- Times are microseconds since 1970 in UTC. Booleans are 0 and 1. Documents are JSON.

CREATE TABLE counter (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  plan        TEXT NOT NULL,
  api_enabled INTEGER NOT NULL,
  key_hash    TEXT NOT NULL UNIQUE,
  created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE account_user (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  name       TEXT NOT NULL,
  email      TEXT NOT NULL,
  role       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE user_key (
  hash            TEXT PRIMARY KEY,
  account_id      INTEGER NOT NULL REFERENCES account (id),
  user_id         INTEGER NOT NULL REFERENCES account_user (id),
  name            TEXT NOT NULL,
  allowed_sources TEXT NOT NULL,
  created_at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE admin_token (
  hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- One row an account: a claim reads this row and one task row.
CREATE TABLE lane (
  account_id  INTEGER PRIMARY KEY REFERENCES account (id),
  next_number INTEGER NOT NULL,
  head        INTEGER NOT NULL,
  running     INTEGER,
  waiting     INTEGER NOT NULL,
  served_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX lane_ready ON lane (served_at) WHERE waiting > 0 AND running IS NULL;

-- In the order of the lanes: what is worked on together lies together.
CREATE TABLE task (
  account_id        INTEGER NOT NULL REFERENCES account (id),
  number            INTEGER NOT NULL,
  id                TEXT NOT NULL,
  command_type      TEXT NOT NULL,
  command           TEXT NOT NULL,
  state             TEXT NOT NULL,
  verdict           TEXT,
  attempts          INTEGER NOT NULL,
  version           INTEGER NOT NULL,
  owner             TEXT,
  lease_until       INTEGER,
  accepted_at       INTEGER NOT NULL,
  changed_at        INTEGER NOT NULL,
  started_at        INTEGER,
  key_name          TEXT NOT NULL,
  idempotency_scope TEXT,
  idempotency_key   TEXT,
  body_hash         TEXT,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX task_id ON task (id);
CREATE UNIQUE INDEX task_one_running ON task (account_id) WHERE state = 'processing-in-progress';
CREATE UNIQUE INDEX task_idempotency ON task (account_id, idempotency_scope, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX task_recent ON task (account_id, changed_at DESC, number DESC);
CREATE INDEX task_finished ON task (changed_at)
  WHERE state IN ('processing-completed', 'processing-error');

CREATE TABLE resource (
  kind            TEXT NOT NULL,
  id              INTEGER NOT NULL,
  account_id      INTEGER NOT NULL REFERENCES account (id),
  parent          INTEGER,
  spec_version    INTEGER NOT NULL,
  spec            TEXT NOT NULL,
  status          TEXT NOT NULL,
  reason          TEXT,
  problem         TEXT,
  version         INTEGER NOT NULL,
  created_at      INTEGER NOT NULL,
  wanted_at       INTEGER NOT NULL,
  changed_at      INTEGER NOT NULL,
  activated_at    INTEGER,
  due_at          INTEGER NOT NULL,
  lease_owner     TEXT,
  lease_until     INTEGER,
  attempts        INTEGER NOT NULL DEFAULT 0,
  last_action     TEXT,
  trouble         TEXT,
  trouble_text    TEXT,
  trouble_lasting INTEGER,
  facts           TEXT,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX resource_due ON resource (due_at);
CREATE INDEX resource_parent ON resource (parent, id) WHERE parent IS NOT NULL;
CREATE INDEX resource_account ON resource (account_id, kind, id);

CREATE TABLE port (
  port        INTEGER PRIMARY KEY,
  database_id INTEGER,
  released_at INTEGER NOT NULL
) STRICT;

CREATE INDEX port_free ON port (released_at, port) WHERE database_id IS NULL;
CREATE INDEX port_database ON port (database_id) WHERE database_id IS NOT NULL;
