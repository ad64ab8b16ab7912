package dev.slipway.model;

/// What a task found out, shown in its answer beside or instead of the resource that it touched
/// (api-rules 1.7). It is kept with the task: what it shows is how things were then.
public sealed interface Finding
    permits Prices, CidrList, CostReport.Name, NothingYet, TransferFinding, EmulatedFinding {}
