-- The last backup and the last import of each database, ended or not. What is under way at a start is begun again.
CREATE TABLE transfer (
  database_id     INTEGER NOT NULL,
  direction       TEXT NOT NULL,
  region          TEXT NOT NULL,
  account_id      INTEGER NOT NULL REFERENCES account (id),
  subscription_id INTEGER NOT NULL,
  database_name   TEXT NOT NULL,
  places          TEXT NOT NULL,
  ordered_at      INTEGER NOT NULL,
  attempts        INTEGER NOT NULL,
  state           TEXT NOT NULL,
  failure         TEXT,
  ended_at        INTEGER,
  PRIMARY KEY (database_id, direction, region)
) STRICT, WITHOUT ROWID;

CREATE INDEX transfer_under_way ON transfer (ordered_at) WHERE state = 'under-way';

-- When databases are backed up by themselves.
CREATE TABLE backup_schedule (
  database_id INTEGER NOT NULL,
  region      TEXT NOT NULL,
  account_id  INTEGER NOT NULL REFERENCES account (id),
  every_hours INTEGER NOT NULL,
  hour        INTEGER,
  next_at     INTEGER NOT NULL,
  PRIMARY KEY (database_id, region)
) STRICT, WITHOUT ROWID;

CREATE INDEX backup_schedule_due ON backup_schedule (next_at);
