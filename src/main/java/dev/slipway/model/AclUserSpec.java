package dev.slipway.model;

/// Somebody who may log in to the databases of a role (api-rules 4.12).
public record AclUserSpec(String name, int roleId, Secret password) implements Spec {}
