/// The real program from outside: a data folder is prepared, the program is started on it as a
/// process of its own, and requests go in and answers come out over real sockets.
@NullMarked
package dev.slipway.proof.live;

import org.jspecify.annotations.NullMarked;
