package io.whetstone.runner.llama;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens the prebuilt llama.cpp of one folder, once a process.
 *
 * <p>The structs are those of v0.5.0 and are passed by value, so another minor version is refused
 * rather than fed with fields at the wrong offsets.
 */
public final class LlamaLibrary {
    private static final System.Logger LOGGER = System.getLogger(LlamaLibrary.class.getName());
    private static final Pattern SUPPORTED = Pattern.compile("v?0\\.5\\..*");
    private static final int GGML_LOG_LEVEL_WARN = 3;
    private static final int GGML_LOG_LEVEL_ERROR = 4;
    private static final Llama.LogCallback LOG = LlamaLibrary::log;

    private static @Nullable LlamaLibrary opened;

    private final String version;

    private LlamaLibrary(String version) {
        this.version = version;
    }

    /** Loads the libraries by full path (their RUNPATH finds the rest) and the best CPU back end beside them. */
    public static synchronized LlamaLibrary open(Path folder) {
        if (opened == null) {
            opened = load(folder);
        }
        return opened;
    }

    public String version() {
        return version;
    }

    private static LlamaLibrary load(Path folder) {
        System.setProperty("jna.encoding", "UTF-8");
        silenceCrashHandler();
        Native.register(Ggml.class, NativeLibrary.getInstance(find(folder, "ggml")));
        Native.register(Llama.class, NativeLibrary.getInstance(find(folder, "llama")));
        var version = Llama.llama_version();
        if (!SUPPORTED.matcher(version).matches()) {
            throw new LlamaException("llama.cpp %s in %s is not 0.5.x".formatted(version, folder));
        }
        Llama.llama_log_set(LOG, null);
        Ggml.ggml_backend_load_all_from_path(folder.toString());
        Llama.llama_backend_init();
        return new LlamaLibrary(version);
    }

    /** A failed native assert would otherwise attach a debugger to this process and hang it. */
    private static void silenceCrashHandler() {
        if (!Platform.isWindows()) {
            Function.getFunction("c", "setenv").invokeInt(new Object[] {"GGML_NO_BACKTRACE", "1", 1});
        }
    }

    /** The path of {@code libllama.v0.5.0.so}, {@code libllama.so}, {@code libllama.dylib} or {@code llama.dll}. */
    private static String find(Path folder, String stem) {
        var name = Pattern.compile("(lib)?" + stem + "(\\.v[0-9.]+)?\\.(so|dylib|dll)");
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .findFirst()
                    .map(file -> file.toAbsolutePath().toString())
                    .orElseThrow(() -> new LlamaException("no %s library in %s".formatted(stem, folder)));
        } catch (IOException unreadable) {
            throw new LlamaException("cannot read the folder of native libraries: " + unreadable.getMessage());
        }
    }

    private static void log(int level, String text, @Nullable Pointer userData) {
        if (level == GGML_LOG_LEVEL_WARN || level == GGML_LOG_LEVEL_ERROR) {
            var severity = level == GGML_LOG_LEVEL_ERROR ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
            LOGGER.log(severity, () -> "llama.log text=" + text.strip());
        }
    }
}
