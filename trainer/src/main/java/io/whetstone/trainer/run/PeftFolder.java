package io.whetstone.trainer.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.AtomicFile;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.peft.PeftConfig;
import io.whetstone.trainer.decoder.Adapter;
import io.whetstone.trainer.decoder.LoraSettings;
import io.whetstone.trainer.decoder.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An adapter as PEFT stores it: {@code adapter_config.json} and {@code adapter_model.safetensors}. */
public final class PeftFolder {
    public static final String WEIGHTS = "adapter_model.safetensors";

    private PeftFolder() {}

    public static void write(Path folder, Adapter adapter, String baseModel) throws IOException {
        Files.createDirectories(folder);
        adapter.save(folder.resolve(WEIGHTS));
        LoraSettings lora = adapter.settings();
        List<String> targets =
                lora.targets().stream().sorted().map(Projection::label).toList();
        PeftConfig config = PeftConfig.lora(baseModel, lora.rank(), lora.alpha(), lora.dropout(), targets);
        AtomicFile.write(
                folder.resolve(PeftConfig.FILE),
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(config.json()));
    }

    /** Writes the adapter of another folder, such as a checkpoint. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String file : List.of(PeftConfig.FILE, WEIGHTS)) {
            AtomicFile.write(to.resolve(file), Files.readAllBytes(from.resolve(file)));
        }
    }

    /** The settings of a plain LoRA adapter; kinds that would compute something else are refused. */
    public static LoraSettings settings(Path folder) throws IOException {
        PeftConfig config = PeftConfig.read(folder);
        if (config.rankStabilised()
                || config.weightDecomposed()
                || !config.modulesToSave().isEmpty()) {
            throw new UnsupportedModelException("only plain LoRA adapters can be trained on");
        }
        Set<Projection> targets = EnumSet.noneOf(Projection.class);
        for (String target : config.targetModules()) {
            targets.add(Projection.of(target)
                    .orElseThrow(() -> new UnsupportedModelException("unknown target module " + target)));
        }
        return new LoraSettings(config.rank(), config.alpha(), config.dropout(), targets);
    }
}
