package dev.slipway.command;

import dev.slipway.model.PrivateLinkCommand.ReadLinkScript;
import dev.slipway.model.PrivateLinkFinding.LinkScripts;

/// Tells how the endpoints of a PrivateLink are found and made. At AWS there is nothing to find.
record LinkScriptHandler(LinkRows rows, LinkFound found) {
  private static final String WARNING = "# Emulated: at AWS there is nothing to connect to.\n";

  Outcome read(ReadLinkScript command, Turn turn) {
    var link = rows.link(command.place(), Siblings.READ_LINK, turn);
    var subscription = turn.subscription(command.place().subscriptionId());
    String arn = found.configurationArn(link, subscription);
    String python =
        WARNING + "RESOURCE_CONFIGURATION_ARN = \"%s\"\n".formatted(arn) + "print([])\n";
    String terraform =
        WARNING
            + "resource \"aws_vpc_endpoint\" \"redis\" {\n"
            + "  vpc_endpoint_type          = \"Resource\"\n"
            + "  resource_configuration_arn = \"%s\"\n".formatted(arn)
            + "}\n";
    return new Outcome.Accepted(subscription.id(), new LinkScripts(python, terraform));
  }
}
