package io.whetstone.trainer.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.AtomicFile;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.trainer.decoder.Adapter;
import io.whetstone.trainer.decoder.LoraSettings;
import io.whetstone.trainer.decoder.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** An adapter as PEFT stores it: {@code adapter_config.json} and {@code adapter_model.safetensors}. */
public final class PeftFolder {
    public static final String CONFIG = "adapter_config.json";
    public static final String WEIGHTS = "adapter_model.safetensors";

    private static final ObjectMapper JSON = new ObjectMapper();

    private PeftFolder() {}

    public static void write(Path folder, Adapter adapter, String baseModel) throws IOException {
        Files.createDirectories(folder);
        adapter.save(folder.resolve(WEIGHTS));
        ObjectNode config = config(adapter.settings(), baseModel);
        AtomicFile.write(
                folder.resolve(CONFIG), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(config));
    }

    /** The settings of a plain LoRA adapter; kinds that would compute something else are refused. */
    public static LoraSettings settings(Path folder) throws IOException {
        JsonNode config = JSON.readTree(folder.resolve(CONFIG).toFile());
        for (String flag : new String[] {"use_dora", "use_rslora", "use_qalora", "lora_bias", "fan_in_fan_out"}) {
            if (config.path(flag).asBoolean(false)) {
                throw new UnsupportedModelException("adapters with " + flag + " are not supported");
            }
        }
        if (!config.path("peft_type").asText().equals("LORA")
                || !config.path("modules_to_save").isEmpty()) {
            throw new UnsupportedModelException("only plain LoRA adapters are supported");
        }
        Set<Projection> targets = EnumSet.noneOf(Projection.class);
        for (JsonNode target : config.path("target_modules")) {
            targets.add(Projection.of(target.asText())
                    .orElseThrow(() -> new UnsupportedModelException("unknown target module " + target.asText())));
        }
        return new LoraSettings(
                config.path("r").asInt(), config.path("lora_alpha").asDouble(), 0, targets);
    }

    private static ObjectNode config(LoraSettings lora, String baseModel) {
        ObjectNode config = JSON.createObjectNode();
        config.put("peft_type", "LORA").put("task_type", "CAUSAL_LM").put("base_model_name_or_path", baseModel);
        config.put("r", lora.rank());
        if (lora.alpha() == Math.rint(lora.alpha())) {
            config.put("lora_alpha", (long) lora.alpha());
        } else {
            config.put("lora_alpha", lora.alpha());
        }
        config.put("lora_dropout", lora.dropout()).put("bias", "none").put("inference_mode", true);
        config.put("fan_in_fan_out", false).put("init_lora_weights", true);
        config.put("use_rslora", false).put("use_dora", false).putNull("modules_to_save");
        lora.targets().stream()
                .sorted()
                .forEach(p -> config.withArray("target_modules").add(p.label()));
        return config;
    }
}
