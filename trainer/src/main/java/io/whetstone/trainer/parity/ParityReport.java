package io.whetstone.trainer.parity;

import ai.djl.ndarray.NDManager;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.trainer.torch.Torch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Walks over a folder of models with expected numbers and prints how close this trainer comes to them. */
public final class ParityReport {
    private final NDManager manager;
    private final PrintStream out;

    private ParityReport(NDManager manager, PrintStream out) {
        this.manager = manager;
        this.out = out;
    }

    /** Prints one line a quantity and returns whether all that is supported passes. */
    public static boolean print(Path root, PrintStream out) throws IOException {
        List<Path> models;
        try (Stream<Path> folders = Files.walk(root, 3)) {
            models = folders.filter(f -> Files.isRegularFile(f.resolve("config.json"))
                            && Files.isRegularFile(f.resolve("expected.safetensors")))
                    .sorted()
                    .toList();
        }
        if (models.isEmpty()) {
            out.println("no folder under " + root + " has config.json and expected.safetensors");
            return false;
        }
        boolean passed = true;
        try (NDManager manager = Torch.open(1)) {
            ParityReport report = new ParityReport(manager, out);
            for (Path model : models) {
                passed &= report.model(model);
            }
        }
        out.println(passed ? "all supported models pass" : "FAILED");
        return passed;
    }

    private boolean model(Path folder) throws IOException {
        try {
            boolean passed = true;
            for (Deviation found : ModelParity.of(manager, folder)) {
                passed &= found.isWithin();
                out.printf(
                        "%-10s %-34s %9.2e of %7.0e  %s%n",
                        folder.getFileName(),
                        found.quantity(),
                        found.largest(),
                        found.tolerance(),
                        found.isWithin() ? "pass" : "FAIL");
            }
            return passed;
        } catch (UnsupportedModelException e) {
            out.printf("%-10s unsupported: %s%n", folder.getFileName(), e.getMessage());
            return true;
        }
    }
}
