package io.whetstone.trainer.run;

import ai.djl.ndarray.NDManager;
import io.whetstone.trainer.decoder.AdamW;
import io.whetstone.trainer.decoder.Adapter;
import io.whetstone.trainer.decoder.Decoder;
import io.whetstone.trainer.decoder.LoraSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All that a run needs in memory: data, model, adapter and optimizer, fresh or as a checkpoint left them. */
record Preparation(
        Job job,
        NDManager manager,
        RunData data,
        StepPlan plan,
        Decoder decoder,
        Adapter adapter,
        AdamW optimizer,
        SavedSettings settings,
        Progress progress)
        implements AutoCloseable {

    static Preparation load(Job job, NDManager manager, RunData data) throws IOException {
        Parameters parameters = job.parameters();
        LoraSettings lora = parameters.lora().settings();
        StepPlan plan = new StepPlan(data.train(), parameters, job.seed());
        Decoder decoder = Decoder.load(manager, Path.of(job.model().path()), lora, parameters.precision());
        SavedSettings settings = SavedSettings.of(job, data);
        Path resume = checkpoint(job.resumeFrom(), settings);
        Adapter adapter = resume == null
                ? Adapter.fresh(manager, decoder.shape(), lora, job.seed())
                : Adapter.load(manager, decoder.shape(), lora, resume.resolve(PeftFolder.WEIGHTS));
        AdamW optimizer = new AdamW(manager, parameters.optimizer(), adapter);
        Progress progress = Progress.start();
        if (resume != null) {
            optimizer.load(resume.resolve(Checkpoints.OPTIMIZER));
            progress = Checkpoints.progress(resume);
        }
        return new Preparation(job, manager, data, plan, decoder, adapter, optimizer, settings, progress);
    }

    @Override
    public void close() {
        optimizer.close();
        decoder.close();
    }

    private static @Nullable Path checkpoint(@Nullable String path, SavedSettings settings) throws IOException {
        if (path == null) {
            return null;
        }
        Path folder = Path.of(path);
        if (!Files.isRegularFile(folder.resolve(Checkpoints.STATE))) {
            throw new IllegalArgumentException("there is no checkpoint " + folder);
        }
        settings.requireSameIn(folder);
        return folder;
    }
}
