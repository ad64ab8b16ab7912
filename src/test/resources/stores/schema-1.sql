-- The store of schema 1 as a program of that schema wrote it: one account, a subscription, a database, a task that is
-- done and one that waits. Its secrets are encrypted with a key of zeros.
CREATE TABLE account (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  plan        TEXT NOT NULL,
  api_enabled INTEGER NOT NULL,
  key_hash    TEXT NOT NULL UNIQUE,
  created_at  INTEGER NOT NULL
) STRICT;
INSERT INTO "account" VALUES(1,'account 1','FLEXIBLE',1,'account-1',1767225600000000);
CREATE TABLE account_user (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (id),
  name       TEXT NOT NULL,
  email      TEXT NOT NULL,
  role       TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "account_user" VALUES(10001,1,'Owner','o@example.com','OWNER',1767225600000000);
CREATE TABLE admin_token (
  hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE counter (
  name  TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "counter" VALUES('DATABASE',10001);
INSERT INTO "counter" VALUES('SUBSCRIPTION',10001);
INSERT INTO "counter" VALUES('USER',10001);
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO "flyway_schema_history" VALUES(1,'1','rows','SQL','V1__rows.sql',435571694,'','2026-11-26 12:47:40.992',7,1);
CREATE TABLE lane (
  account_id  INTEGER PRIMARY KEY REFERENCES account (id),
  next_number INTEGER NOT NULL,
  head        INTEGER NOT NULL,
  running     INTEGER,
  waiting     INTEGER NOT NULL,
  served_at   INTEGER NOT NULL
) STRICT;
INSERT INTO "lane" VALUES(1,3,2,NULL,1,1767225600000000);
CREATE TABLE port (
  port        INTEGER PRIMARY KEY,
  database_id INTEGER,
  released_at INTEGER NOT NULL
) STRICT;
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
INSERT INTO "resource" VALUES('DATABASE',10001,1,10001,1,'{"name":"cache","protocol":"REDIS","size":{"gb":1.0,"total":false},"replication":true,"persistence":"NONE","eviction":"VOLATILE_LRU","port":0,"portRequested":false,"planned":false,"access":{"password":"v1:wVwCiewtCpFn7I5l3/HITid37cMIUmDJ9Ss3IQEhB5DJjdVsg6xTjku2AA4ZYz2k","defaultUser":true,"tls":false,"sourceIps":[],"clientCertificates":[],"legacyCertificate":null},"engine":{"redisVersion":"7.4","respVersion":"resp2","autoMinorVersionUpgrade":true,"modules":[],"queryPerformanceFactor":null},"topology":{"ossClusterApi":false,"externalEndpoint":false,"throughput":{"by":"operations-per-second","value":1000},"shardingType":"default-regex-rules","regexRules":[],"averageItemSizeInBytes":null,"ramPercentage":null},"backup":null,"syncSources":[],"alerts":[]}','active',NULL,NULL,1,1767225600000000,1767225600000000,1767225600000000,NULL,1767225600000000,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "resource" VALUES('SUBSCRIPTION',10001,1,NULL,1,'{"name":"shop","paymentMethod":"CREDIT_CARD","paymentMethodId":1,"memoryStorage":"RAM","encryption":"CLOUD_PROVIDER_MANAGED_KEY","provider":"AWS","cloudAccountId":1,"regions":[{"region":"us-east-1","multipleAvailabilityZones":false,"preferredAvailabilityZones":[],"deploymentCidr":"192.168.0.0/24","vpcId":null,"subnetIds":[],"securityGroupId":null}],"redisVersion":null,"publicEndpointAccess":true,"resourceTags":[],"capacityGb":0.0}','active',NULL,NULL,1,1767225600000000,1767225600000000,1767225600000000,NULL,1767225600000000,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO "task" VALUES(1,1,'00000000-0000-0000-0000-000000000001','UpdateDatabase','{"subscriptionId":10001,"databaseId":10001,"change":{"name":null,"size":null,"memoryLimitGb":null,"replication":null,"persistence":null,"eviction":null,"password":"v1:XlUy++6ik/gLyULuKyL004gmaX0YxhzUt/asE3vCUhnLmLUggOri","defaultUser":null,"tls":null,"sourceIps":null,"clientCertificates":null,"legacyCertificate":null,"respVersion":null,"autoMinorVersionUpgrade":null,"queryPerformanceFactor":null,"ossClusterApi":null,"externalEndpoint":null,"throughput":null,"shardingType":null,"regexRules":null,"ramPercentage":null,"backup":null,"syncSources":null,"alerts":null},"dryRun":false}','processing-completed','{"resourceId":10001,"prices":null}',1,2,NULL,NULL,1767225600000000,1767225600000000,1767225600000000,'a-user-key',NULL,NULL,NULL);
INSERT INTO "task" VALUES(1,2,'00000000-0000-0000-0000-000000000002','UpdateDatabase','{"subscriptionId":10001,"databaseId":10001,"change":{"name":null,"size":null,"memoryLimitGb":null,"replication":null,"persistence":null,"eviction":null,"password":"v1:ubUB0dhUu3GAAhWQpmwG+vBlxEy6TbN9hCqh9n0jGmVee87hUm5e","defaultUser":null,"tls":null,"sourceIps":null,"clientCertificates":null,"legacyCertificate":null,"respVersion":null,"autoMinorVersionUpgrade":null,"queryPerformanceFactor":null,"ossClusterApi":null,"externalEndpoint":null,"throughput":null,"shardingType":null,"regexRules":null,"ramPercentage":null,"backup":null,"syncSources":null,"alerts":null},"dryRun":false}','received',NULL,0,0,NULL,NULL,1767225600000000,1767225600000000,NULL,'a-user-key','PUT /x','again','hash');
CREATE TABLE user_key (
  hash            TEXT PRIMARY KEY,
  account_id      INTEGER NOT NULL REFERENCES account (id),
  user_id         INTEGER NOT NULL REFERENCES account_user (id),
  name            TEXT NOT NULL,
  allowed_sources TEXT NOT NULL,
  created_at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "user_key" VALUES('user-1',1,10001,'a-user-key','["0.0.0.0/0"]',1767225600000000);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX lane_ready ON lane (served_at) WHERE waiting > 0 AND running IS NULL;
CREATE UNIQUE INDEX task_id ON task (id);
CREATE UNIQUE INDEX task_one_running ON task (account_id) WHERE state = 'processing-in-progress';
CREATE UNIQUE INDEX task_idempotency ON task (account_id, idempotency_scope, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX task_recent ON task (account_id, changed_at DESC, number DESC);
CREATE INDEX task_finished ON task (changed_at)
  WHERE state IN ('processing-completed', 'processing-error');
CREATE INDEX resource_due ON resource (due_at);
CREATE INDEX resource_parent ON resource (parent, id) WHERE parent IS NOT NULL;
CREATE INDEX resource_account ON resource (account_id, kind, id);
CREATE INDEX port_free ON port (released_at, port) WHERE database_id IS NULL;
CREATE INDEX port_database ON port (database_id) WHERE database_id IS NOT NULL;
