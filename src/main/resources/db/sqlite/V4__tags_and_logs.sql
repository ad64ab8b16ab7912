-- Labels of databases, which the API changes without a task.
CREATE TABLE tag (
  database_id INTEGER NOT NULL,
  key         TEXT NOT NULL,
  value       TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL,
  PRIMARY KEY (database_id, key)
) STRICT, WITHOUT ROWID;

-- What was done in an account, as GET /logs shows it.
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
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX event_at ON event (account_id, at);
