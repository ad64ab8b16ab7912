-- When a database ran and at what price: a row each time that it became active or another price began.
CREATE TABLE usage (
  account_id  INTEGER NOT NULL REFERENCES account (id),
  database_id INTEGER NOT NULL,
  terms       TEXT NOT NULL,
  from_at     INTEGER NOT NULL,
  to_at       INTEGER
) STRICT;

CREATE UNIQUE INDEX usage_open ON usage (database_id) WHERE to_at IS NULL;
CREATE INDEX usage_account ON usage (account_id, from_at);
CREATE INDEX usage_over ON usage (to_at) WHERE to_at IS NOT NULL;

CREATE TABLE cost_report (
  account_id INTEGER NOT NULL REFERENCES account (id),
  name       TEXT NOT NULL,
  report     TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, name)
) STRICT;

CREATE INDEX cost_report_age ON cost_report (created_at);

-- Endpoint redirections; what they come to is a function of the time.
CREATE TABLE redirection (
  id         TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  source_id  INTEGER NOT NULL,
  target_id  INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  document   TEXT NOT NULL
) STRICT;

CREATE INDEX redirection_source ON redirection (account_id, source_id, started_at);
CREATE INDEX redirection_target ON redirection (account_id, target_id, started_at);
