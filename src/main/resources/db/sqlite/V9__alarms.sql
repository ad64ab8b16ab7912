-- Alerts of databases whose threshold is crossed, so that each crossing is told once, also over a restart.
CREATE TABLE alarm (
  database_id INTEGER NOT NULL,
  alert       TEXT NOT NULL,
  account_id  INTEGER NOT NULL REFERENCES account (id),
  since       INTEGER NOT NULL,
  PRIMARY KEY (database_id, alert)
) STRICT, WITHOUT ROWID;

CREATE INDEX alarm_account ON alarm (account_id);
