/// What the tables promise, tested on real SQLite files.
@NullMarked
package dev.slipway.store.sql;

import org.jspecify.annotations.NullMarked;
