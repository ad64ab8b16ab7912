/// Cloud accounts: bodies become {@link dev.slipway.model.CloudAccountCommand commands}, rows
/// become views. Secrets go in and never come out.
@NullMarked
package dev.slipway.api.cloud;

import org.jspecify.annotations.NullMarked;
