/// Kills the real program again and again and looks at what is left.
///
/// Submitters send requests until the program dies, at a failpoint or at a random moment; it is
/// started again, and now and then lives through a full disk or through ports that somebody else
/// has taken; once everything has come to rest, the rows, the machine and the databases are
/// compared with what the clients were promised. Every difference is a finding.
@NullMarked
package dev.slipway.proof.crashloop;

import org.jspecify.annotations.NullMarked;
