/// The description of the API, in the words of OpenAPI 3.1.
///
/// The operations come in as they are served; {@link dev.slipway.api.description.Shapes} turns the
/// records that they take and show into schemas, {@link dev.slipway.api.description.Document} puts
/// paths and schemas together, and {@link dev.slipway.api.description.Library} hands the document
/// and a page to browse it to anybody who asks, without a key.
@NullMarked
package dev.slipway.api.description;

import org.jspecify.annotations.NullMarked;
