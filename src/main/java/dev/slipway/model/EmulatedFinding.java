package dev.slipway.model;

/// What a task found out about something that is only played.
public sealed interface EmulatedFinding extends Finding
    permits Peerings, PscFinding, TransitGatewayFinding, PrivateLinkFinding {}
