/// Redirections of endpoints and the traffic of their sources. All of it is played: rows tell how
/// far a redirection would have come, and no client is led anywhere.
@NullMarked
package dev.slipway.api.redirection;

import org.jspecify.annotations.NullMarked;
