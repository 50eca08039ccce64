package io.whetstone.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Keeps pickle files out: loading one runs whatever code its author put into it. */
public final class PickleGuard {
    private static final Set<String> ENDINGS = Set.of("bin", "pt", "pth", "pkl", "pickle", "ckpt");

    private PickleGuard() {}

    /** Refuses a file by its name or, whatever it is called, by its first bytes (zip archive, pickle opcode). */
    public static void check(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) || startsLikePickle(file)) {
            throw new UnsupportedModelException(file.getFileName()
                    + " is a PyTorch pickle file, which can run code when it is read."
                    + " Bring the weights as safetensors or GGUF.");
        }
    }

    private static boolean startsLikePickle(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            boolean zip = head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
            boolean protocol = head.length >= 2 && (head[0] & 0xff) == 0x80 && head[1] <= 5 && head[1] > 0;
            return zip || (protocol && !looksLikeSafeTensors(file, head));
        }
    }

    /** A safetensors header length may begin with 0x80 too; its ninth byte is the opening brace of the header. */
    private static boolean looksLikeSafeTensors(Path file, byte[] head) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] more = in.readNBytes(9);
            return more.length == 9 && head.length == 4 && more[8] == '{';
        }
    }
}
