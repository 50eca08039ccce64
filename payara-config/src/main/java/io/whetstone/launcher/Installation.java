package io.whetstone.launcher;

import java.nio.file.Path;
import java.util.Locale;

/** The built product that this command belongs to: a working copy whose modules have their {@code target} folders. */
record Installation(Path root) {
    static Installation current() {
        return new Installation(Path.of(System.getProperty("whetstone.root", "."))
                .toAbsolutePath()
                .normalize());
    }

    Path ear() {
        return root.resolve("ear/target/whetstone.ear");
    }

    Path trainerJar() {
        return root.resolve("trainer/target/trainer.jar");
    }

    Path runnerJar() {
        return root.resolve("runner/target/runner.jar");
    }

    Path runnerNatives() {
        return root.resolve("runner/natives/node_modules/@node-llama-cpp/%s/bins/%s".formatted(platform(), platform()));
    }

    /** The name of this machine in the package that carries the libraries. */
    static String platform() {
        var architecture = "aarch64".equals(System.getProperty("os.arch")) ? "arm64" : "x64";
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT) + "-" + architecture;
    }

    static String version() {
        var version = Installation.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
