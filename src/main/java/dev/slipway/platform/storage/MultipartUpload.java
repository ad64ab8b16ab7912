package dev.slipway.platform.storage;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// A file that goes up while it comes about: its length is not known before. What is closed without
/// being complete leaves nothing.
final class MultipartUpload extends OutputStream {
  /// With 10,000 parts, S3's limit, a file may have 156 GiB.
  private static final int PART = 16 << 20;

  private final S3Client s3;
  private final String bucket;
  private final String key;
  private final String id;
  private final byte[] part = new byte[PART];
  private final List<CompletedPart> sent = new ArrayList<>();
  private int filled;
  private boolean complete;

  private MultipartUpload(S3Client s3, String bucket, String key, String id) {
    this.s3 = s3;
    this.bucket = bucket;
    this.key = key;
    this.id = id;
  }

  static MultipartUpload begin(S3Client s3, String bucket, String key) {
    String id = s3.createMultipartUpload(create -> create.bucket(bucket).key(key)).uploadId();
    return new MultipartUpload(s3, bucket, key, id);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int written = 0;
    while (written < length) {
      int count = Math.min(length - written, PART - filled);
      System.arraycopy(bytes, offset + written, part, filled, count);
      filled += count;
      written += count;
      if (filled == PART) {
        send();
      }
    }
  }

  private void send() {
    int number = sent.size() + 1;
    // Read from where it is, again for each try: a copy would be as large once more.
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(part, 0, filled), filled, "application/octet-stream");
    String tag =
        s3.uploadPart(up -> up.bucket(bucket).key(key).uploadId(id).partNumber(number), body)
            .eTag();
    sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    filled = 0;
  }

  /// All has been written.
  void complete() {
    send();
    s3.completeMultipartUpload(
        done -> done.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(sent)));
    complete = true;
  }

  @Override
  public void close() {
    if (!complete) {
      s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(id));
    }
  }
}
