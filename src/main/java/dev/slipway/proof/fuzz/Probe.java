package dev.slipway.proof.fuzz;

import dev.slipway.proof.fuzz.Description.Described;
import java.util.Map;

/// A request with what was meant by it.
///
/// @param operation that it was made for
/// @param place the values of its path's parameters
/// @param odd whether its path or headers may be no proper HTTP
record Probe(Described operation, Map<String, String> place, Request request, boolean odd) {}
