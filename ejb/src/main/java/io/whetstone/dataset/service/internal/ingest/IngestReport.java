package io.whetstone.dataset.service.internal.ingest;

import io.whetstone.dataset.entity.DatasetFormat;
import java.util.List;

/** What became of a file: its format, how many rows were good, bad or repeated, and the first bad ones. */
public record IngestReport(
        DatasetFormat format,
        long examples,
        long invalid,
        long duplicates,
        long turns,
        long bytes,
        String sha256,
        List<RowProblem> problems) {}
