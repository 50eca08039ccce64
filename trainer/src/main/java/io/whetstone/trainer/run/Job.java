package io.whetstone.trainer.run;

import org.jspecify.annotations.Nullable;

/** What {@code job.json} asks for. Paths are absolute. */
public record Job(
        String jobId,
        Model model,
        Dataset dataset,
        String output,
        @Nullable String resumeFrom,
        long seed,
        Parameters parameters) {

    /** The base model: a Hugging Face folder. */
    public record Model(String path) {
        public Model {
            requireGiven(path, "model.path");
        }
    }

    /** Files of normalised rows; without {@code eval} a share of {@code train} is held back. */
    public record Dataset(String train, @Nullable String eval) {
        public Dataset {
            requireGiven(train, "dataset.train");
        }
    }

    public Job {
        requireGiven(model, "model");
        requireGiven(dataset, "dataset");
        requireGiven(output, "output");
    }

    /** JSON can leave out what Java thinks is always there. */
    private static void requireGiven(@Nullable Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }
}
