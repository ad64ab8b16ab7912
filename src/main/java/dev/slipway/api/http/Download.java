package dev.slipway.api.http;

/// A file that goes out as it is; two are never compared.
///
/// @param name of the file
@SuppressWarnings("ArrayRecordComponent")
public record Download(String name, byte[] bytes) {}
