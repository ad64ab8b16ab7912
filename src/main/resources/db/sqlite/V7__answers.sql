-- First answers to writes that are done at once, under the keys that their clients gave them. Those of tasks lie with the tasks.

CREATE TABLE answer (
  account_id INTEGER NOT NULL REFERENCES account (id),
  scope      TEXT NOT NULL,
  key        TEXT NOT NULL,
  body_hash  TEXT NOT NULL,
  begun_at   INTEGER NOT NULL,
  status     INTEGER,
  body       TEXT,
  PRIMARY KEY (account_id, scope, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_age ON answer (begun_at);
