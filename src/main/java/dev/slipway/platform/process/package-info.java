/// Databases as `redis-server` processes on this machine.
///
/// A wish comes in through {@link dev.slipway.platform.process.ProcessPlatform}: {@link
/// dev.slipway.platform.process.Starter} turns it into a folder, a configuration and users, and
/// starts a Redis there; {@link dev.slipway.platform.process.Admission} tells that Redis whom else
/// to let in; {@link dev.slipway.platform.process.Control} asks it over its socket how it is set,
/// {@link dev.slipway.platform.process.PublicEndpoint} asks it as a client would, and both answers
/// go back as an {@link dev.slipway.platform.Observed}. A Redis outlives this program: {@link
/// dev.slipway.platform.process.Residents} finds it again by its folder. Where a database encrypts,
/// {@link dev.slipway.platform.process.Certificates} gives it what it is known by; where it is
/// replicated, {@link dev.slipway.platform.process.Replication} says which of its two Redis
/// follows, and {@link dev.slipway.platform.process.HandOver} passes the writes from one to the
/// other.
///
/// Each Redis is set apart by {@link dev.slipway.platform.process.Isolation} and bounded by the
/// kernel in one of {@link dev.slipway.platform.process.MemoryGroups}. {@link
/// dev.slipway.platform.process.HostChecks} tells the operator how a machine suits all this.
///
/// A backup is a {@link dev.slipway.platform.process.Snapshot} that is zipped into a storage. An
/// import is fetched, loaded by a {@link dev.slipway.platform.process.ScratchRedis}, and only then
/// taken over by the database.
///
/// One connection is held to each Redis: its end tells of a death ({@link
/// dev.slipway.platform.process.Watches}), and over it {@link
/// dev.slipway.platform.process.HeldGauge} asks for numbers.
@NullMarked
package dev.slipway.platform.process;

import org.jspecify.annotations.NullMarked;
