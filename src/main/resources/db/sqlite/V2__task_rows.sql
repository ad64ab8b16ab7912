-- A task lies in a row of its own instead of in its key's tree: with rows as large as these that tree is seven pages deep
-- after 20,000 tasks, and each submit writes several of them.

CREATE TABLE task_row (
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
  UNIQUE (account_id, number)
) STRICT;

INSERT INTO task_row (account_id, number, id, command_type, command, state, verdict, attempts, version, owner,
    lease_until, accepted_at, changed_at, started_at, key_name, idempotency_scope, idempotency_key, body_hash)
  SELECT account_id, number, id, command_type, command, state, verdict, attempts, version, owner,
    lease_until, accepted_at, changed_at, started_at, key_name, idempotency_scope, idempotency_key, body_hash
  FROM task ORDER BY account_id, number;

DROP TABLE task;
ALTER TABLE task_row RENAME TO task;

CREATE UNIQUE INDEX task_id ON task (id);
CREATE UNIQUE INDEX task_one_running ON task (account_id) WHERE state = 'processing-in-progress';
CREATE UNIQUE INDEX task_idempotency ON task (account_id, idempotency_scope, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX task_recent ON task (account_id, changed_at DESC, number DESC);
CREATE INDEX task_finished ON task (changed_at)
  WHERE state IN ('processing-completed', 'processing-error');
