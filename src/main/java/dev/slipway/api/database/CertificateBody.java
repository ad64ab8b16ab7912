package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// A client certificate in PEM: an object, or a plain string as the Go client sends it
/// (client-contract 3.4).
@Valid
public record CertificateBody(@NotNull String publicCertificatePEMString) {
  /// From an object.
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public CertificateBody(
      @JsonProperty("publicCertificatePEMString") @JsonAlias("publicCertificatePemString")
          String publicCertificatePEMString) {
    this.publicCertificatePEMString = publicCertificatePEMString;
  }

  /// From a string.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CertificateBody plain(String pem) {
    return new CertificateBody(pem);
  }
}
