package io.whetstone.dataset.service;

import io.whetstone.dataset.entity.DatasetFormat;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current version of a dataset, ready to be learnt from.
 *
 * @param rows the normalised rows as JSON lines
 * @param tokens all tokens of the rows; absent until they are counted
 */
public record TrainableDataset(
        UUID id,
        String name,
        int version,
        DatasetFormat format,
        long examples,
        @Nullable Long tokens,
        Path rows) {}
