package io.whetstone.dataset.entity;

import com.fasterxml.jackson.databind.JsonNode;

/** What was found in the file of a version. Size and hash (SHA-256 in hex) are those of the normalised rows. */
public record VersionFacts(
        DatasetFormat format,
        long examples,
        long invalid,
        long duplicates,
        long bytes,
        String sha256,
        JsonNode statistics) {}
