package io.whetstone.trainer.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills the decoder's TorchScript text with the sizes of one model and the places of its adapters. */
final class DecoderSource {
    /** Positions whose logits exist at one time: no [positions, vocabulary] array is ever kept. */
    static final int CHUNK = 128;

    /** The projections as they lie among a layer's weights, behind its two norms. */
    private static final List<Projection> ORDER = List.of(Projection.values());

    /** The projections that read the same input, so that one product serves the A of all their pairs. */
    private static final Map<String, List<Projection>> GROUPS = Map.of(
            "low_qkv", List.of(Projection.Q_PROJ, Projection.K_PROJ, Projection.V_PROJ),
            "low_o", List.of(Projection.O_PROJ),
            "low_gate_up", List.of(Projection.GATE_PROJ, Projection.UP_PROJ),
            "low_down", List.of(Projection.DOWN_PROJ));

    static final int PER_LAYER = 2 + ORDER.size();

    private DecoderSource() {}

    static String of(DecoderShape shape, LoraSettings lora) {
        String text = resource("llama.torchscript")
                .replace("${perLayer}", "" + PER_LAYER)
                .replace("${hidden}", "" + shape.hidden())
                .replace("${half}", "" + shape.headDim() / 2)
                .replace("${heads}", "" + shape.heads())
                .replace("${kvHeads}", "" + shape.kvHeads())
                .replace("${groups}", "" + shape.heads() / shape.kvHeads())
                .replace("${headDim}", "" + shape.headDim())
                .replace("${queries}", "" + shape.heads() * shape.headDim())
                .replace("${layers}", "" + shape.layers())
                .replace("${chunk}", "" + CHUNK)
                .replace("${eps}", decimal(shape.epsilon()))
                .replace("${perHidden}", decimal(1.0 / shape.hidden()))
                .replace("${rank}", "" + lora.rank())
                .replace("${scale}", decimal(lora.scale()));
        List<Projection> targets = targets(lora);
        for (var group : GROUPS.entrySet()) {
            List<Projection> adapted =
                    group.getValue().stream().filter(targets::contains).toList();
            text = text.replace("${" + group.getKey() + "}\n", low(adapted, targets));
            for (Projection projection : group.getValue()) {
                String linear = linear(projection, adapted.indexOf(projection), targets);
                text = text.replace("${" + projection.label() + "}", linear);
            }
        }
        return text;
    }

    static String resource(String name) {
        try (InputStream in = DecoderSource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The adapted projections in the order in which their pairs lie in the adapter's list. */
    static List<Projection> targets(LoraSettings lora) {
        List<Projection> sorted = new ArrayList<>(lora.targets());
        sorted.sort(Comparator.naturalOrder());
        return sorted;
    }

    static int place(Projection projection) {
        return 2 + ORDER.indexOf(projection);
    }

    /** The line that brings a group's common input down to the rank of each of its pairs. */
    private static String low(List<Projection> adapted, List<Projection> targets) {
        String pairs = adapted.stream().map(p -> "a[" + pair(p, targets) + "]").collect(Collectors.joining(", "));
        return adapted.isEmpty() ? "" : "    t = (self).low(h, [" + pairs + "], d)\n";
    }

    private static String linear(Projection projection, int part, List<Projection> targets) {
        String weight = "w[n + " + place(projection) + "]";
        return part < 0
                ? "torch.linear(h, " + weight + ")"
                : "(self).lora(h, " + weight + ", t[" + part + "], a[" + pair(projection, targets) + " + 1])";
    }

    private static String pair(Projection projection, List<Projection> targets) {
        return 2 * targets.size() + " * i + " + 2 * targets.indexOf(projection);
    }

    /** TorchScript reads no exponents without a decimal point. */
    private static String decimal(double value) {
        String plain = new BigDecimal(value).toPlainString();
        return plain.contains(".") ? plain : plain + ".";
    }
}
