package dev.slipway.model;

/// A request that changes something, checked for its shape and not yet for what it may do. Stored
/// with its task; run once by its one handler.
public sealed interface Command
    permits CreateSubscription,
        UpdateSubscription,
        DeleteSubscription,
        CreateDatabase,
        UpdateDatabase,
        DeleteDatabase,
        AclCommand,
        SubscriptionCommand,
        DatabaseCommand,
        CloudAccountCommand,
        AccountUserCommand,
        TransitGatewayCommand,
        PrivateLinkCommand,
        CreateCostReport,
        ActiveActiveCommand,
        PeeringCommand,
        PscCommand,
        Contradiction {}
