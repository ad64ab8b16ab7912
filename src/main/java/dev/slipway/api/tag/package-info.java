/// Labels of databases. They are nobody's business but the user's, so a change is made and answered
/// at once, without a task.
@NullMarked
package dev.slipway.api.tag;

import org.jspecify.annotations.NullMarked;
