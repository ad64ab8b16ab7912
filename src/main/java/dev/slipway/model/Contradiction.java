package dev.slipway.model;

/// A request whose fields exclude each other, or ask for something that no resource of this server
/// can be: nothing can be wanted of it. It waits its turn like every other, because the API reports
/// such rules through the task (client-contract 1.5), and is then refused.
///
/// @param commandType the API's name of what was asked for
/// @param problem why it is refused
public record Contradiction(String commandType, Problem problem) implements Command {}
