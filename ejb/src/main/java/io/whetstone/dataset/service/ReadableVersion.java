package io.whetstone.dataset.service;

/** A version whose rows the caller may read. */
public record ReadableVersion(VersionKey key, String datasetName, long examples, String sha256) {}
