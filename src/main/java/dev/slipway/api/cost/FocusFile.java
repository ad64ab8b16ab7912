package dev.slipway.api.cost;

import dev.slipway.api.json.Json;
import dev.slipway.model.Account;
import dev.slipway.model.Charge;
import dev.slipway.model.CostReport;
import dev.slipway.model.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A cost report in the columns of FOCUS (api-rules 4.13).
record FocusFile(Account account) {
  private static final String PRODUCT = "Redis Cloud";
  private static final String HOURS = "Hours";

  /// The columns, in order, and what of a charge each has.
  private Map<String, Function<Charge, Object>> columns() {
    Map<String, Function<Charge, Object>> columns = new LinkedHashMap<>();
    payer(columns);
    times(columns);
    money(columns);
    thing(columns);
    return columns;
  }

  private void payer(Map<String, Function<Charge, Object>> columns) {
    columns.put("BillingAccountId", _ -> account.id().value());
    columns.put("BillingAccountName", _ -> account.name());
    columns.put("BillingAccountType", _ -> PRODUCT);
    columns.put("PublisherName", _ -> "redis.io");
  }

  private static void times(Map<String, Function<Charge, Object>> columns) {
    columns.put("BillingPeriodStart", Charge::billingFrom);
    columns.put("BillingPeriodEnd", Charge::billingTo);
    columns.put("ChargePeriodStart", Charge::from);
    columns.put("ChargePeriodEnd", Charge::to);
  }

  private static void money(Map<String, Function<Charge, Object>> columns) {
    columns.put("ChargeCategory", _ -> "Usage");
    columns.put("ChargeDescription", FocusFile::description);
    columns.put("ChargeFrequency", _ -> "Recurring");
    columns.put("PricingCategory", _ -> "Standard");
    columns.put("PricingCurrency", FocusFile::currency);
    columns.put("PricingQuantity", charge -> plain(charge.hours()));
    columns.put("PricingUnit", _ -> HOURS);
    columns.put("BilledCost", charge -> plain(charge.cost()));
    columns.put("BillingCurrency", FocusFile::currency);
    columns.put("ConsumedQuantity", charge -> plain(charge.hours()));
    columns.put("ConsumedUnit", _ -> HOURS);
    columns.put("ContractedCost", charge -> plain(charge.cost()));
    columns.put("ContractedUnitPrice", charge -> plain(charge.hourly()));
    columns.put("EffectiveCost", charge -> plain(charge.cost()));
    columns.put("ListCost", charge -> plain(charge.cost()));
    columns.put("ListUnitPrice", charge -> plain(charge.hourly()));
  }

  private static void thing(Map<String, Function<Charge, Object>> columns) {
    columns.put("RegionId", charge -> charge.terms().region());
    columns.put("RegionName", charge -> charge.terms().region());
    columns.put("ResourceId", Charge::databaseId);
    columns.put("ResourceName", charge -> charge.terms().price().databaseName());
    columns.put("ResourceType", _ -> "Database");
    columns.put("ServiceCategory", _ -> "Databases");
    columns.put("ServiceName", _ -> "Redis Cloud Pro");
    columns.put("ServiceSubcategory", _ -> "Caching");
    columns.put("SkuPriceDetails", FocusFile::details);
    columns.put("Tags", FocusFile::tags);
  }

  private static String description(Charge charge) {
    return "Database %s of subscription %s"
        .formatted(charge.terms().price().databaseName(), charge.terms().subscriptionName());
  }

  private static String currency(Charge charge) {
    return charge.terms().price().priceCurrency();
  }

  private static Map<String, Object> details(Charge charge) {
    var price = charge.terms().price();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("Shards", price.quantity());
    details.put("ShardType", String.valueOf(price.typeDetails()));
    details.put("DatasetSizeInGb", charge.terms().datasetGb());
    details.put("SubscriptionId", charge.terms().subscriptionId());
    details.put("Provider", charge.terms().provider().name());
    return details;
  }

  private static Map<String, String> tags(Charge charge) {
    return charge.tags().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value, (one, _) -> one, LinkedHashMap::new));
  }

  private static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  /// The file.
  byte[] bytes(CostReport report) {
    var columns = columns();
    return switch (report.format()) {
      case CSV -> csv(columns, report.charges()).getBytes(StandardCharsets.UTF_8);
      case JSON ->
          Json.bytes(report.charges().stream().map(charge -> row(columns, charge)).toList());
    };
  }

  private static Map<String, Object> row(
      Map<String, Function<Charge, Object>> columns, Charge charge) {
    Map<String, Object> row = new LinkedHashMap<>();
    columns.forEach((name, value) -> row.put(name, value.apply(charge)));
    return row;
  }

  /// As RFC 4180 has it.
  private static String csv(Map<String, Function<Charge, Object>> columns, List<Charge> charges) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", columns.keySet()));
    for (Charge charge : charges) {
      lines.add(
          columns.values().stream()
              .map(value -> cell(value.apply(charge)))
              .collect(Collectors.joining(",")));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String cell(Object value) {
    String text =
        value instanceof Map<?, ?> map
            ? new String(Json.bytes(map), StandardCharsets.UTF_8)
            : value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
