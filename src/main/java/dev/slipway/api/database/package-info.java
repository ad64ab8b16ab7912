/// Databases: bodies become commands, rows become JSON.
///
/// {@link dev.slipway.api.database.DatabaseRoutes} lists the operations. A body ({@link
/// dev.slipway.api.database.CreateDatabaseBody}, {@link
/// dev.slipway.api.database.UpdateDatabaseBody}, {@link
/// dev.slipway.api.database.PlannedDatabaseBody}) is decoded and checked for its shape; {@link
/// dev.slipway.api.database.DatabaseWishes} fills in the defaults and makes the model's values of
/// it. {@link dev.slipway.api.database.DatabaseView} is the way back.
@NullMarked
package dev.slipway.api.database;

import org.jspecify.annotations.NullMarked;
