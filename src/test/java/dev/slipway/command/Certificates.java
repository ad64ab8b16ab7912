package dev.slipway.command;

/// A client's certificate, valid to 2036.
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

  private Certificates() {}
}
