package dev.slipway.refusal;

import dev.slipway.model.AccountId;
import dev.slipway.store.Tx;
import java.util.List;

/// All that an account has.
record Snapshot(List<?> rows) {
  static Snapshot of(Tx tx, AccountId account) {
    return new Snapshot(
        List.of(
            tx.accounts().users(account),
            tx.subscriptions().of(account),
            tx.databases().of(account),
            tx.databases().of(account).stream().map(row -> tx.tags().of(row.id())).toList(),
            tx.databases().of(account).stream()
                .map(row -> tx.redirections().of(account, row.id()))
                .toList(),
            tx.redisRules().of(account),
            tx.aclRoles().of(account),
            tx.aclUsers().of(account),
            tx.cloudAccounts().of(account),
            tx.peerings().of(account),
            tx.pscServices().of(account),
            tx.pscEndpoints().of(account),
            tx.transitGateways().of(account),
            tx.tgwAttachments().of(account),
            tx.privateLinks().of(account),
            tx.linkPrincipals().of(account)));
  }
}
