package dev.slipway.api.cost;

import static dev.slipway.api.http.Access.BILLING_READ;

import dev.slipway.api.cost.CostReportBody.PlanType;
import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Download;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Command;
import dev.slipway.model.CostReport;
import dev.slipway.model.CreateCostReport;
import dev.slipway.store.Store;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The operations on cost reports.
public final class CostReportRoutes {
  private final Store store;

  /// Into this queue, from these rows.
  public CostReportRoutes(Store store) {
    this.store = store;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.post("/cost-report", "createCostReport", "Makes a report of what was charged for")
            .openTo(BILLING_READ)
            .takes(CostReportBody.class)
            .submits(CreateCostReport.class, this::create),
        Operation.get(
                "/cost-report/{costReportId}", "getCostReport", "Downloads a finished cost report")
            .openTo(BILLING_READ)
            .shows(Download.class, this::download));
  }

  private Command create(Call call, CostReportBody body) {
    return new CreateCostReport(
        body.startDate(),
        body.endDate(),
        Objects.requireNonNullElse(body.format(), CostReport.Format.CSV),
        new CreateCostReport.Filter(
            orNone(body.subscriptionIds()),
            orNone(body.databaseIds()),
            body.subscriptionType() != PlanType.ESSENTIALS,
            orNone(body.regions()),
            orNone(body.tags()).stream()
                .map(tag -> new CreateCostReport.Label(tag.key(), tag.value()))
                .toList()));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private Answer download(Call call) {
    String name = call.parameter("costReportId");
    CostReport report =
        store
            .read(tx -> tx.costReports().find(call.account(), name))
            .orElseThrow(
                () ->
                    Refusal.of(
                        404,
                        "There is no cost report "
                            + name
                            + "; POST /cost-report makes one, and it is kept for 10 days."));
    var file = new FocusFile(call.caller().account());
    return Answer.file(name, file.bytes(report));
  }
}
