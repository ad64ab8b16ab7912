package dev.slipway.store.sql;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.AccountUser;
import dev.slipway.model.Caller;
import dev.slipway.model.Role;
import dev.slipway.model.UserKey;
import dev.slipway.store.Accounts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqlAccounts implements Accounts {
  private final Sql sql;
  private final Documents documents;
  private final SqlIds ids;
  private final Runnable touched;

  SqlAccounts(Sql sql, Documents documents, SqlIds ids, Runnable touched) {
    this.sql = sql;
    this.documents = documents;
    this.ids = ids;
    this.touched = touched;
  }

  @Override
  public void add(Account account, String accountKeyHash) {
    change(
        """
        INSERT INTO account (id, name, plan, api_enabled, key_hash, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        account.id().value(),
        account.name(),
        account.plan().name(),
        account.apiEnabled(),
        accountKeyHash,
        account.createdAt());
    change(
        """
        INSERT INTO lane (account_id, next_number, head, running, waiting, served_at)
        VALUES (?, 1, 1, NULL, 0, 0)
        """,
        account.id().value());
  }

  @Override
  public int addUser(AccountId account, String name, String email, Role role, Instant now) {
    int id = ids.nextUser();
    change(
        """
        INSERT INTO account_user (id, account_id, name, email, role, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        id,
        account.value(),
        name,
        email,
        role.name(),
        now);
    return id;
  }

  @Override
  public void change(Account account) {
    change(
        "UPDATE account SET name = ?, plan = ?, api_enabled = ? WHERE id = ?",
        account.name(),
        account.plan().name(),
        account.apiEnabled(),
        account.id().value());
  }

  @Override
  public int addKey(
      AccountId account,
      int userId,
      String name,
      String hash,
      List<String> allowedSources,
      Instant now) {
    int id = ids.nextKey();
    change(
        """
        INSERT INTO user_key (id, hash, account_id, user_id, name, allowed_sources, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        hash,
        account.value(),
        userId,
        name,
        documents.write(allowedSources),
        now);
    return id;
  }

  @Override
  public void replaceAccountKey(AccountId account, String hash) {
    change("UPDATE account SET key_hash = ? WHERE id = ?", hash, account.value());
  }

  @Override
  public List<Account> all() {
    return sql.list(
        "SELECT id, name, plan, api_enabled, created_at FROM account ORDER BY id",
        SqlAccounts::account);
  }

  @Override
  public Optional<Account> find(AccountId account) {
    return sql.first(
        "SELECT id, name, plan, api_enabled, created_at FROM account WHERE id = ?",
        SqlAccounts::account,
        account.value());
  }

  @Override
  public Optional<Integer> firstOwner(AccountId account) {
    return sql.first(
        "SELECT id FROM account_user WHERE account_id = ? AND role = 'OWNER' ORDER BY id LIMIT 1",
        Row::onlyInt,
        account.value());
  }

  @Override
  public Optional<Caller> caller(String accountKeyHash, String userKeyHash) {
    return sql.first(
        """
        SELECT a.id, a.name, a.plan, a.api_enabled, a.created_at,
               u.id AS user_id, u.name AS user_name, u.email, u.role,
               k.name AS key_name, k.allowed_sources, k.created_at AS key_created_at
        FROM user_key k
        JOIN account a ON a.id = k.account_id
        JOIN account_user u ON u.id = k.user_id
        WHERE k.hash = ? AND a.key_hash = ?
        """,
        row ->
            new Caller(
                account(row),
                row.number("user_id"),
                row.text("user_name"),
                row.text("email"),
                Role.valueOf(row.text("role")),
                row.text("key_name"),
                sources(row),
                row.time("key_created_at")),
        userKeyHash,
        accountKeyHash);
  }

  @Override
  public List<AccountUser> users(AccountId account) {
    return sql.list(
        """
        SELECT u.id, u.name, u.email, u.role, u.created_at,
               EXISTS (SELECT 1 FROM user_key k WHERE k.user_id = u.id) AS has_key
        FROM account_user u WHERE u.account_id = ? ORDER BY u.id
        """,
        row ->
            new AccountUser(
                row.number("id"),
                row.text("name"),
                row.text("email"),
                Role.valueOf(row.text("role")),
                row.time("created_at"),
                row.truth("has_key")),
        account.value());
  }

  @Override
  public void changeUser(int userId, String name, Role role) {
    change("UPDATE account_user SET name = ?, role = ? WHERE id = ?", name, role.name(), userId);
  }

  @Override
  public void removeUser(int userId) {
    removeKeys(userId);
    change("DELETE FROM account_user WHERE id = ?", userId);
  }

  @Override
  public void removeKeys(int userId) {
    change("DELETE FROM user_key WHERE user_id = ?", userId);
  }

  @Override
  public List<UserKey> keys(AccountId account) {
    return sql.list(
        """
        SELECT k.id, k.user_id, u.name AS user_name, u.role, k.name, k.allowed_sources, k.created_at
        FROM user_key k JOIN account_user u ON u.id = k.user_id
        WHERE k.account_id = ? ORDER BY k.id
        """,
        row ->
            new UserKey(
                row.number("id"),
                row.number("user_id"),
                row.text("user_name"),
                Role.valueOf(row.text("role")),
                row.text("name"),
                sources(row),
                row.time("created_at")),
        account.value());
  }

  @Override
  public void allow(int keyId, List<String> sources) {
    change("UPDATE user_key SET allowed_sources = ? WHERE id = ?", documents.write(sources), keyId);
  }

  @Override
  public void removeKey(int keyId) {
    change("DELETE FROM user_key WHERE id = ?", keyId);
  }

  @Override
  public boolean isAdminToken(String hash) {
    return sql.number("SELECT count(*) FROM admin_token WHERE hash = ?", hash) > 0;
  }

  @Override
  public void replaceAdminToken(String hash) {
    change("DELETE FROM admin_token");
    change("INSERT INTO admin_token (hash) VALUES (?)", hash);
  }

  private void change(String statement, @Nullable Object... arguments) {
    touched.run();
    sql.update(statement, arguments);
  }

  private List<String> sources(Row row) throws SQLException {
    return List.of(documents.read(row.text("allowed_sources"), String[].class));
  }

  private static Account account(Row row) throws SQLException {
    return new Account(
        new AccountId(row.number("id")),
        row.text("name"),
        Account.Plan.valueOf(row.text("plan")),
        row.truth("api_enabled"),
        row.time("created_at"));
  }
}
