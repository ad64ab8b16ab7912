-- Labels of databases, which the API changes without a task.
CREATE TABLE tag (
  database_id INTEGER NOT NULL,
  key         TEXT NOT NULL,
  value       TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (database_id, key)
) STRICT, WITHOUT ROWID;

-- What was done in an account, as GET /logs shows it: a line at most for each task, under the task's number.
CREATE TABLE event (
  account_id  INTEGER NOT NULL REFERENCES account (id),
  number      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  originator  TEXT NOT NULL,
  key_name    TEXT,
  resource_id INTEGER,
  resource    TEXT,
  type        TEXT NOT NULL,
  description TEXT NOT NULL,
  UNIQUE (account_id, number)
) STRICT;

-- Each line names the user whose key it was.
CREATE INDEX user_key_name ON user_key (account_id, name);
