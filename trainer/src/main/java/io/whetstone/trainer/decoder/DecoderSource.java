package io.whetstone.trainer.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fills the decoder's TorchScript text with the sizes of one model and the places of its adapters. */
final class DecoderSource {
    /** Positions whose logits exist at one time: no [positions, vocabulary] array is ever kept. */
    static final int CHUNK = 128;

    /** The projections as they lie among a layer's weights, behind its two norms. */
    private static final List<Projection> ORDER = List.of(Projection.values());

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
                .replace("${scale}", decimal(lora.scale()));
        for (Projection projection : Projection.values()) {
            text = text.replace("${" + projection.label() + "}", linear(projection, targets(lora)));
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

    private static String linear(Projection projection, List<Projection> targets) {
        String input = switch (projection) {
            case O_PROJ -> "o";
            case DOWN_PROJ -> "f";
            default -> "h";
        };
        String weight = "w[n + " + place(projection) + "]";
        int at = targets.indexOf(projection);
        if (at < 0) {
            return "torch.linear(" + input + ", " + weight + ")";
        }
        String pair = 2 * targets.size() + " * i + " + 2 * at;
        return "(self).lora(" + input + ", " + weight + ", a[" + pair + "], a[" + pair + " + 1], d)";
    }

    /** TorchScript reads no exponents without a decimal point. */
    private static String decimal(double value) {
        String plain = new BigDecimal(value).toPlainString();
        return plain.contains(".") ? plain : plain + ".";
    }
}
