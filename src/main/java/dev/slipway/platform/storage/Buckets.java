package dev.slipway.platform.storage;

import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.Storage.Content;
import dev.slipway.platform.Storage.Taker;
import dev.slipway.platform.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Files in buckets of S3, or of what speaks like it. `s3://key:secret@bucket/path` carries its own
/// credentials; without them the server's are used, as the AWS SDK finds them (environment,
/// profile, role).
///
/// @param endpoint as `--s3-endpoint` names it; empty for Amazon's
/// @param uploads places for files that go up at once; each keeps a part of it in memory
record Buckets(Optional<URI> endpoint, Semaphore uploads) {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  /// Makes a file. S3 shows it when all its parts are there.
  void write(Address folder, String name, Content content) throws IOException, TransferException {
    takePlace();
    try {
      upload(folder, name, content);
    } finally {
      uploads.release();
    }
  }

  private void takePlace() throws InterruptedIOException {
    try {
      uploads.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server ended before its turn came");
    }
  }

  private void upload(Address folder, String name, Content content)
      throws IOException, TransferException {
    try (S3Client s3 = client(folder);
        MultipartUpload upload = MultipartUpload.begin(s3, folder.host(), key(folder, name))) {
      content.writeTo(upload);
      upload.complete();
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  private static String key(Address folder, String name) {
    String path = folder.path().replaceFirst("^/+", "");
    return path.isEmpty() || path.endsWith("/") ? path + name : path + "/" + name;
  }

  /// Reads a file.
  void read(Address file, Taker taker) throws IOException, TransferException {
    String key = file.path().replaceFirst("^/+", "");
    try (S3Client s3 = client(file);
        InputStream in = s3.getObject(get -> get.bucket(file.host()).key(key))) {
      taker.take(in);
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  private S3Client client(Address at) {
    var builder =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials(at))
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(SILENCE));
    return endpoint
        .map(uri -> builder.endpointOverride(uri).forcePathStyle(true))
        .orElseGet(() -> builder.crossRegionAccessEnabled(true))
        .build();
  }

  private static AwsCredentialsProvider credentials(Address at) {
    return at.user().isEmpty()
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(AwsBasicCredentials.create(at.user(), at.password()));
  }

  private static TransferException failure(SdkException e) {
    if (!(e instanceof AwsServiceException refusal)) {
      return new TransferException(
          Reason.GENERAL_ERROR, "S3 cannot be spoken to: %s".formatted(e.getMessage()), e);
    }
    Reason reason =
        switch (refusal.statusCode()) {
          case 401, 403 -> Reason.NO_PERMISSION;
          case 404 -> Reason.WRONG_FILE_PATH;
          default -> Reason.GENERAL_ERROR;
        };
    return new TransferException(
        reason,
        "S3 refuses: %s (%s)."
            .formatted(refusal.awsErrorDetails().errorCode(), refusal.statusCode()),
        e);
  }
}
