/// The command line: words and environment variables become a {@link dev.slipway.Config}, or one
/// line for each thing that is wrong with them, and the few subcommands besides the server run.
///
/// {@link dev.slipway.cli.CommandLineTool} chooses the subcommand, {@link
/// dev.slipway.cli.ServeOptions} reads the options, and whatever needs the store, the databases or
/// the machine is handed in by {@link dev.slipway.Main}: this room imports none of them.
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
