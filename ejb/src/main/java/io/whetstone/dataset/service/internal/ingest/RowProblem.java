package io.whetstone.dataset.service.internal.ingest;

/** Why the row that begins on a line was left out. */
public record RowProblem(long line, String reason) {}
