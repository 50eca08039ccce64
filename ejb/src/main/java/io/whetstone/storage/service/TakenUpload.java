package io.whetstone.storage.service;

import java.nio.file.Path;

/** A complete upload: the file, which stays where it is until the upload is discarded, and its name at the sender's. */
public record TakenUpload(Path path, String fileName, long size) {}
