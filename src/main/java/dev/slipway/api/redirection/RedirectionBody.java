package dev.slipway.api.redirection;

import dev.slipway.model.Redirection.Reach;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// `POST /endpoint-redirections` (api-rules 3.3).
///
/// @param migrationProtection true: the caller knows that clients are led away
/// @param duplicateACLs whether roles of the source are to hold on the target too
@Valid
public record RedirectionBody(
    @NotNull @Min(0) Integer sourceDatabaseId,
    @NotNull @Min(0) Integer targetDatabaseId,
    @NotNull Reach endpointTargetType,
    @NotNull @AssertTrue(message = "must be true, so that nobody redirects by accident")
        Boolean migrationProtection,
    @Nullable Boolean duplicateACLs) {}
