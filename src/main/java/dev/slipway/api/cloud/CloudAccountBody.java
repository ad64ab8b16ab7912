package dev.slipway.api.cloud;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.Secret;
import dev.slipway.model.SubscriptionSpec.Provider;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `POST /cloud-accounts` (api-rules 3.3).
@Valid
@JsonIgnoreProperties({"cloudAccountId", "commandType"})
public record CloudAccountBody(
    @NotBlank String name,
    @Nullable Provider provider,
    @NotBlank String accessKeyId,
    @NotBlank String accessSecretKey,
    @NotNull String consoleUsername,
    @NotNull String consolePassword,
    @NotNull String signInLoginUrl) {
  CloudAccountSpec spec() {
    return new CloudAccountSpec(
        name,
        Objects.requireNonNullElse(provider, Provider.AWS),
        accessKeyId,
        new Secret(accessSecretKey),
        consoleUsername,
        new Secret(consolePassword),
        signInLoginUrl);
  }

  @Override
  public String toString() {
    return "CloudAccountBody[" + name + "]";
  }

  /// `PUT /cloud-accounts/{id}`; its keys are sent whole each time.
  @Valid
  @JsonIgnoreProperties({"cloudAccountId", "commandType", "provider"})
  public record Update(
      @Nullable String name,
      @NotBlank String accessKeyId,
      @NotBlank String accessSecretKey,
      @NotNull String consoleUsername,
      @NotNull String consolePassword,
      @Nullable String signInLoginUrl) {
    @Override
    public String toString() {
      return "Update[" + name + "]";
    }
  }
}
