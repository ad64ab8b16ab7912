-- A user key has a number, by which the administrator speaks of it. A number never comes back.
CREATE TABLE numbered_key (
  id              INTEGER PRIMARY KEY,
  hash            TEXT NOT NULL UNIQUE,
  account_id      INTEGER NOT NULL REFERENCES account (id),
  user_id         INTEGER NOT NULL REFERENCES account_user (id),
  name            TEXT NOT NULL,
  allowed_sources TEXT NOT NULL,
  created_at      INTEGER NOT NULL
) STRICT;

INSERT INTO numbered_key (id, hash, account_id, user_id, name, allowed_sources, created_at)
  SELECT 10000 + row_number() OVER (ORDER BY created_at, hash),
    hash, account_id, user_id, name, allowed_sources, created_at
  FROM user_key;

INSERT INTO counter (name, value) SELECT 'KEY', max(id) FROM numbered_key HAVING max(id) IS NOT NULL;

DROP TABLE user_key;
ALTER TABLE numbered_key RENAME TO user_key;

CREATE INDEX user_key_user ON user_key (user_id);

-- Each line of the system log names the user whose key it was.
CREATE INDEX user_key_name ON user_key (account_id, name);
