package io.whetstone.runner;

import io.whetstone.runner.llama.CacheType;
import io.whetstone.runner.llama.FlashAttention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line: names with one value each, {@code --adapter} as often as wanted.
 *
 * @param adapters {@code name=path} of adapters to load at the start
 */
record Options(Map<String, String> values, List<String> adapters) {
    private static final Set<String> KNOWN = Set.of(
            "--port",
            "--token-file",
            "--natives",
            "--model",
            "--name",
            "--context",
            "--parallel",
            "--threads",
            "--queue",
            "--flash-attention",
            "--cache-type",
            "--prefix-cache",
            "--rounds");

    static Options parse(List<String> arguments) {
        var values = new HashMap<String, String>();
        var adapters = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            var name = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            if (name.equals("--adapter")) {
                adapters.add(adapter(arguments.get(i + 1)));
            } else if (KNOWN.contains(name)) {
                values.put(name, arguments.get(i + 1));
            } else {
                throw new IllegalArgumentException("unknown option " + name);
            }
        }
        return new Options(values, adapters);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Path path(String name) {
        return Path.of(require(name));
    }

    int number(String name, int absent, int minimum) {
        int number = find(name).map(Integer::parseInt).orElse(absent);
        if (number < minimum) {
            throw new IllegalArgumentException("%s must be at least %d".formatted(name, minimum));
        }
        return number;
    }

    /**
     * Off unless asked for: the fused kernel rounds differently with every number of threads and neighbours, by
     * up to 1e-2 in a log-probability, where the plain one stays within 5e-5. Only a Q8_0 cache needs it.
     */
    FlashAttention flashAttention() {
        return FlashAttention.valueOf(upper("--flash-attention", cacheType() == CacheType.Q8_0 ? "on" : "off"));
    }

    CacheType cacheType() {
        return CacheType.valueOf(upper("--cache-type", "f16"));
    }

    boolean prefixCache() {
        return !find("--prefix-cache").orElse("on").equals("off");
    }

    private String upper(String name, String absent) {
        return find(name).orElse(absent).toUpperCase(Locale.ROOT);
    }

    private static String adapter(String text) {
        if (text.indexOf('=') < 1) {
            throw new IllegalArgumentException("--adapter takes name=path, not " + text);
        }
        return text;
    }
}
