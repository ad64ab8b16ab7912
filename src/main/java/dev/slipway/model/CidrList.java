package dev.slipway.model;

import java.util.List;

/// From where a subscription may be reached, as a task found it.
public record CidrList(List<String> cidrIps, List<String> securityGroupIds) implements Finding {}
