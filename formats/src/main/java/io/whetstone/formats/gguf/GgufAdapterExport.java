package io.whetstone.formats.gguf;

import io.whetstone.formats.ModelConfig;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.peft.PeftAdapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a PEFT adapter as a GGUF file that llama.cpp puts onto the base model, in F32. */
public final class GgufAdapterExport {
    private final PeftAdapter adapter;
    private final ModelConfig base;
    private final Family family;

    private GgufAdapterExport(PeftAdapter adapter, ModelConfig base) throws IOException {
        this.adapter = adapter;
        this.base = base;
        this.family = Family.of(base.modelType());
    }

    public static void run(Path peftFolder, Path baseFolder, Path target) throws IOException {
        try (PeftAdapter adapter = PeftAdapter.open(peftFolder)) {
            new GgufAdapterExport(adapter, ModelConfig.read(baseFolder)).write(target);
        }
    }

    private void write(Path target) throws IOException {
        if (adapter.config().weightDecomposed() || !adapter.otherTensors().isEmpty()) {
            throw new UnsupportedModelException(
                    "llama.cpp takes plain LoRA factors only; merge DoRA and trained modules into the base first");
        }
        List<GgufTensor> tensors = new ArrayList<>();
        Map<String, PeftAdapter.Shape> modules = adapter.modules();
        for (var module : modules.entrySet()) {
            PeftAdapter.Shape shape = module.getValue();
            tensors.add(tensor(name(module.getKey()) + ".lora_a", shape.rank(), shape.inputs()));
            tensors.add(tensor(name(module.getKey()) + ".lora_b", shape.outputs(), shape.rank()));
        }
        try (GgufWriter writer = GgufWriter.open(target, metadata(), tensors)) {
            for (String module : modules.keySet()) {
                writer.append(name(module) + ".lora_a", adapter.a(module));
                writer.append(name(module) + ".lora_b", b(module));
            }
            writer.commit();
        }
    }

    /** llama.cpp divides by the rank whatever the adapter meant, so alpha carries the whole scale. */
    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("general.architecture", family.ggufName());
        metadata.put("general.type", "adapter");
        metadata.put("adapter.type", "lora");
        metadata.put("adapter.lora.alpha", (float)
                (adapter.config().scale() * adapter.config().rank()));
        return metadata;
    }

    private float[] b(String module) throws IOException {
        float[] values = adapter.b(module);
        return family.reorders(name(module))
                ? RotaryRows.toGguf(values, base.headSize(), adapter.config().rank())
                : values;
    }

    private static GgufTensor tensor(String name, long rows, long columns) {
        return new GgufTensor(name, GgufType.F32, List.of(rows, columns));
    }

    private static String name(String module) throws UnsupportedModelException {
        return TensorNames.toGguf(module + ".weight")
                .filter(name -> !name.equals(TensorNames.EMBEDDING))
                .orElseThrow(() -> new UnsupportedModelException("llama.cpp takes no adapter for " + module));
    }
}
