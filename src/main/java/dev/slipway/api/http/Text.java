package dev.slipway.api.http;

/// A text that goes out as it is; two are never compared.
///
/// @param mediaType what it is, with its character set
@SuppressWarnings("ArrayRecordComponent")
public record Text(String mediaType, byte[] bytes) {}
