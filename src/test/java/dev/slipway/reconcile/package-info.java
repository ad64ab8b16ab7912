/// What the reconciler promises.
@NullMarked
package dev.slipway.reconcile;

import org.jspecify.annotations.NullMarked;
