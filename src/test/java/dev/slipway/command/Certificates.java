package dev.slipway.command;

/// Certificates of clients, valid to 2036.
public final class Certificates {
  /// Signed by itself.
  public static final String VALID =
      """
      -----BEGIN CERTIFICATE-----
      MIIBhzCCAS2gAwIBAgIUGX16CznVhCQrq8uQzvcj50PvJ48wCgYIKoZIzj0EAwIw
      GTEXMBUGA1UEAwwOY2xpZW50LmV4YW1wbGUwHhcNMjYxMTIzMTkzMjM5WhcNMzYx
      MTIwMTkzMjM5WjAZMRcwFQYDVQQDDA5jbGllbnQuZXhhbXBsZTBZMBMGByqGSM49
      AgEGCCqGSM49AwEHA0IABF2Halpyocn05VYaXq+g+62X8r6u9/VXCUULpZV33axY
      8VPL4e15oL0ysido8I4KaLPDRLDBeUUOVEG4Zc5jrGajUzBRMB0GA1UdDgQWBBTw
      GzefacAy0kh+h38yG7cqHTu+FjAfBgNVHSMEGDAWgBTwGzefacAy0kh+h38yG7cq
      HTu+FjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIC+laaxsqETW
      u97Z1KYaY9gqzMAIQN/ZChbBIL4YCJ26AiEA7Xwi5CX1boS084QxD1U0Fz2p/Vvu
      Rs1rd2Zjkod1ja4=
      -----END CERTIFICATE-----
      """;

  /// Signed by {@link #ISSUER}.
  public static final String ISSUED =
      """
      -----BEGIN CERTIFICATE-----
      MIIBKjCB0QIUUkrF7koZGkhl9rOdl3lDyDNRMmMwCgYIKoZIzj0EAwIwGTEXMBUG
      A1UEAwwOaXNzdWVyLmV4YW1wbGUwHhcNMjYxMTI3MDQzNTMzWhcNMzYxMTE0MDQz
      NTMzWjAXMRUwEwYDVQQDDAxsZWFmLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO
      PQMBBwNCAARNWabYanMP6XpteXkJYXrRUXO7aXFwiZgHERGrYRiw70aiRqRiIYUq
      yr6B43Wrh2EYWYCnM4ljpOGPDbENzFlxMAoGCCqGSM49BAMCA0gAMEUCIQCaZyc2
      xn+VbN/hbzWoa6In7ev5bdhDTwvisHikFtxksgIgArvK7/FTb4w7P9OyRz5rE2qi
      uvgMlscfIhaymnILlKo=
      -----END CERTIFICATE-----
      """;

  /// An authority.
  public static final String ISSUER =
      """
      -----BEGIN CERTIFICATE-----
      MIIBhzCCAS2gAwIBAgIUPJdc4rfnRKRCbP5x0O4AVDvAijMwCgYIKoZIzj0EAwIw
      GTEXMBUGA1UEAwwOaXNzdWVyLmV4YW1wbGUwHhcNMjYxMTI3MDQzNTMzWhcNMzYx
      MTE0MDQzNTMzWjAZMRcwFQYDVQQDDA5pc3N1ZXIuZXhhbXBsZTBZMBMGByqGSM49
      AgEGCCqGSM49AwEHA0IABI28RKJvwgDbOLyBEZ44hHRbGfxxZKkR8vTQ7HNADtBN
      3a+KGYxLLlKHEQYaK1eLTgzMK6WRM6FYuWS7br3ju7SjUzBRMB0GA1UdDgQWBBR2
      u/fxI9S6tCnfzWk+gnNYY0/fOzAfBgNVHSMEGDAWgBR2u/fxI9S6tCnfzWk+gnNY
      Y0/fOzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIHD5hFKgZu+x
      42wDKmjrUZ/Re5SGp4AYX1TDI/k3xJceAiEAxbm7I9LBlVW0LWl8akB88zrconmU
      dWn7py7vEJb41Rc=
      -----END CERTIFICATE-----
      """;

  /// Another one of the same name.
  public static final String IMPOSTOR =
      """
      -----BEGIN CERTIFICATE-----
      MIIBiDCCAS2gAwIBAgIURIBXtJz4BpKOe8vD53tbGjdgOX8wCgYIKoZIzj0EAwIw
      GTEXMBUGA1UEAwwOaXNzdWVyLmV4YW1wbGUwHhcNMjYxMTI3MDQzNTMzWhcNMzYx
      MTE0MDQzNTMzWjAZMRcwFQYDVQQDDA5pc3N1ZXIuZXhhbXBsZTBZMBMGByqGSM49
      AgEGCCqGSM49AwEHA0IABMKNdMopHKFceuC+WLzEcnWrEBLcyJaq6yG2NyLz2WLt
      xi2DCvLC+ZadaWT+s1pTh4XXwm2VkU1lXJUI7DhMnDajUzBRMB0GA1UdDgQWBBSF
      hy+4ZI49K4BtO5wkA3yArM047DAfBgNVHSMEGDAWgBSFhy+4ZI49K4BtO5wkA3yA
      rM047DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0kAMEYCIQCicd7KS+9h
      408NnBSYscw086p/7ewe5gK+tRsfmcKhvAIhANqQq+qeIeKgBSW6N18CaBaAhZfB
      XKKLtJYtHTctcjAQ
      -----END CERTIFICATE-----
      """;

  private Certificates() {}
}
