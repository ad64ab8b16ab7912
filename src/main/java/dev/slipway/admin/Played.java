package dev.slipway.admin;

import dev.slipway.model.AccountId;
import dev.slipway.model.Course;
import dev.slipway.model.EmulatedSpec;
import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.store.Resources;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A kind of what is only played and has another side.
///
/// @param word how paths call it
/// @param rows where its rows are
/// @param on puts one on another course
record Played<S extends EmulatedSpec>(
    String word, Function<Tx, Resources<S>> rows, BiFunction<S, Course, S> on) {
  static final List<Played<?>> KINDS =
      List.of(
          new Played<>("peerings", Tx::peerings, PeeringSpec::on),
          new Played<>("psc-services", Tx::pscServices, PscServiceSpec::on),
          new Played<>("psc-endpoints", Tx::pscEndpoints, PscEndpointSpec::on),
          new Played<>("tgw-attachments", Tx::tgwAttachments, TgwAttachmentSpec::on),
          new Played<>("private-links", Tx::privateLinks, PrivateLinkSpec::on),
          new Played<>("link-principals", Tx::linkPrincipals, LinkPrincipalSpec::on));

  /// All of an account.
  List<EmulatedView> of(Tx tx, AccountId account) {
    return rows.apply(tx).of(account).stream().map(this::view).toList();
  }

  /// One that is not being taken down.
  Optional<Resource<S>> find(Tx tx, AccountId account, int id) {
    return rows.apply(tx)
        .find(account, id)
        .filter(row -> !(row.status() instanceof Status.Deleting));
  }

  /// Comes to the end of another course at once.
  EmulatedView end(Tx tx, Resource<S> row, Course course, Instant now) {
    rows.apply(tx).want(row, on.apply(row.spec(), course), course.end(), now);
    return new EmulatedView(
        word,
        row.id(),
        row.spec().place().subscriptionId(),
        row.spec().name(),
        course.word(course.end()));
  }

  private EmulatedView view(Resource<S> row) {
    return new EmulatedView(
        word,
        row.id(),
        row.spec().place().subscriptionId(),
        row.spec().name(),
        row.spec().course().word(row.status()));
  }
}
