package io.whetstone.trainer.parity;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.whetstone.formats.safetensors.SafeTensors;
import io.whetstone.trainer.data.Batch;
import io.whetstone.trainer.decoder.AdamW;
import io.whetstone.trainer.decoder.Adapter;
import io.whetstone.trainer.decoder.Decoder;
import io.whetstone.trainer.decoder.Learner;
import io.whetstone.trainer.decoder.LoraSettings;
import io.whetstone.trainer.decoder.Precision;
import io.whetstone.trainer.run.PeftFolder;
import io.whetstone.trainer.torch.Torch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All the comparisons for one model: base, adapter, three optimizer steps, adapter out, merged. */
final class ModelParity {
    /** The optimizer of the expected steps. */
    private static final AdamW.Settings ADAMW = new AdamW.Settings(0.9, 0.999, 1e-8, 0.01, 0.5);

    private static final double LEARNING_RATE = 1e-2;

    private final NDManager manager;
    private final ModelFixture fixture;
    private final Batch batch;
    private final List<Deviation> found = new ArrayList<>();

    private ModelParity(NDManager manager, ModelFixture fixture) throws IOException {
        this.manager = manager;
        this.fixture = fixture;
        this.batch = fixture.batch();
    }

    static List<Deviation> of(NDManager manager, Path folder) throws IOException {
        try (ModelFixture fixture = ModelFixture.open(folder)) {
            ModelParity parity = new ModelParity(manager, fixture);
            parity.base();
            parity.adapter();
            return parity.found;
        }
    }

    private void base() throws IOException {
        try (Decoder decoder = Decoder.load(manager, fixture.folder(), LoraSettings.none(), Precision.F32)) {
            compareLogits("logits", decoder, new NDList());
            List<Decoder.NamedArray> tensors = decoder.baseTensors();
            tensors.forEach(tensor -> tensor.array().setRequiresGradient(true));
            try (NDManager step = manager.newSubManager()) {
                NDArray hidden = decoder.hidden(Learner.input(step, batch, 0), new NDList(), true);
                NDArray loss = decoder.meanLoss(hidden, step.create(batch.at()), step.create(batch.targets()));
                found.add(Deviation.absolute("loss", loss.toFloatArray(), fixture.floats("loss")));
                JniUtils.backward((PtNDArray) loss, (PtNDArray) step.create(1f), false, false);
            }
            Deviation worst = new Deviation("gradients", 0, Deviation.RELATIVE);
            for (Decoder.NamedArray tensor : tensors) {
                worst = worst.or(gradient("gradients", tensor.array(), "grad." + tensor.name()));
            }
            found.add(worst);
        }
    }

    private void adapter() throws IOException {
        Path folder = fixture.folder().resolve("adapter");
        LoraSettings lora = PeftFolder.settings(folder);
        try (Decoder decoder = Decoder.load(manager, fixture.folder(), lora, Precision.F32)) {
            Path weights = folder.resolve(PeftFolder.WEIGHTS);
            Adapter adapter = Adapter.load(manager, decoder.shape(), lora, weights);
            roundTrip(adapter, weights);
            compareLogits("LoRA logits", decoder, adapter.arrays());
            for (boolean recompute : new boolean[] {false, true}) {
                loraGradients(decoder, recompute);
            }
            steps(decoder, adapter);
            compareLogits("logits after AdamW", "adamw.logits", decoder, adapter.arrays());
            decoder.merge(adapter);
            try (Decoder plain = decoder.withoutAdapter(manager)) {
                compareLogits("merged logits", "merged.logits", plain, new NDList());
            }
        }
    }

    private void roundTrip(Adapter adapter, Path weights) throws IOException {
        Path copy = Files.createTempDirectory("adapter");
        PeftFolder.write(copy, adapter, "");
        boolean same = isSame(weights, copy.resolve(PeftFolder.WEIGHTS))
                && PeftFolder.settings(copy).equals(adapter.settings());
        try (var files = Files.list(copy)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(copy);
        found.add(new Deviation("adapter written as read", same ? 0 : Double.NaN, 0));
    }

    /** The same tensors, bit for bit; their order in the file is free. */
    private static boolean isSame(Path left, Path right) throws IOException {
        try (SafeTensors one = SafeTensors.open(left);
                SafeTensors other = SafeTensors.open(right)) {
            boolean same = one.tensors().keySet().equals(other.tensors().keySet());
            for (String name : one.tensors().keySet()) {
                same = same && one.bytes(name).equals(other.bytes(name));
            }
            return same;
        }
    }

    private void loraGradients(Decoder decoder, boolean recompute) throws IOException {
        LoraSettings lora = PeftFolder.settings(fixture.folder().resolve("adapter"));
        Path weights = fixture.folder().resolve("adapter").resolve(PeftFolder.WEIGHTS);
        Adapter adapter = Adapter.load(manager, decoder.shape(), lora, weights);
        String name = recompute ? "LoRA gradients, layers recomputed" : "LoRA gradients";
        Learner learner = new Learner(manager, decoder, adapter, recompute);
        double loss = learner.learn(batch, batch.targets().length, 0) / batch.targets().length;
        if (!recompute) {
            found.add(Deviation.absolute("LoRA loss", new float[] {(float) loss}, fixture.floats("lora.loss")));
        }
        Deviation worst = new Deviation(name, 0, Deviation.RELATIVE);
        for (int i = 0; i < adapter.arrays().size(); i++) {
            worst = worst.or(gradient(name, adapter.arrays().get(i), "lora.grad." + shortName(adapter, i)));
        }
        found.add(worst);
    }

    private void steps(Decoder decoder, Adapter adapter) throws IOException {
        Learner learner = new Learner(manager, decoder, adapter, false);
        float[] losses = new float[3];
        float[] norms = new float[3];
        try (AdamW optimizer = new AdamW(manager, ADAMW, adapter)) {
            for (int step = 0; step < losses.length; step++) {
                losses[step] = (float) (learner.learn(batch, batch.targets().length, 0) / batch.targets().length);
                norms[step] = (float) optimizer.norm();
                optimizer.update(LEARNING_RATE, norms[step]);
            }
        }
        found.add(Deviation.absolute("AdamW losses", losses, fixture.floats("adamw.loss")));
        found.add(Deviation.relative("AdamW gradient norms", norms, fixture.floats("adamw.grad_norm")));
        Deviation worst = new Deviation("AdamW weights", 0, Deviation.ABSOLUTE);
        for (int i = 0; i < adapter.arrays().size(); i++) {
            float[] weights = adapter.arrays().get(i).toFloatArray();
            float[] expected = fixture.floats("adamw.weight." + shortName(adapter, i));
            worst = worst.or(Deviation.absolute("AdamW weights", weights, expected));
        }
        found.add(worst);
    }

    private Deviation gradient(String quantity, NDArray array, String expected) throws IOException {
        try (NDArray gradient = JniUtils.getGradient((PtNDArray) array)) {
            return Deviation.relative(quantity, gradient.toFloatArray(), fixture.floats(expected));
        }
    }

    private void compareLogits(String quantity, Decoder decoder, NDList adapter) throws IOException {
        compareLogits(quantity, adapter.isEmpty() ? "logits" : "lora.logits", decoder, adapter);
    }

    private void compareLogits(String quantity, String expected, Decoder decoder, NDList adapter) throws IOException {
        int width = decoder.shape().vocabulary();
        try (NDManager step = manager.newSubManager()) {
            float[] logits = Torch.withoutGradient(
                    () -> decoder.logits(decoder.hidden(Learner.input(step, batch, 0), adapter, false))
                            .toFloatArray());
            found.add(Deviation.absolute(
                    quantity, fixture.real(logits, width), fixture.real(fixture.floats(expected), width)));
        }
    }

    private static String shortName(Adapter adapter, int index) {
        return adapter.tensors().get(index).name().substring("base_model.model.".length());
    }
}
