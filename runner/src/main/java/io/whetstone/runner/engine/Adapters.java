package io.whetstone.runner.engine;

import io.whetstone.runner.llama.LoraAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The loaded adapters by name, and those that were taken away but still answer somebody.
 *
 * <p>Guarded by the engine's lock; only {@link #takeUnused} leads to native memory being freed, and the
 * engine's thread does that.
 */
final class Adapters {
    private final Map<String, LoraAdapter> byName = new TreeMap<>();
    private final List<LoraAdapter> retired = new ArrayList<>();

    Optional<LoraAdapter> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    void put(String name, LoraAdapter adapter) {
        var replaced = byName.put(name, adapter);
        if (replaced != null) {
            retired.add(replaced);
        }
    }

    boolean retire(String name) {
        var removed = byName.remove(name);
        return removed != null && retired.add(removed);
    }

    /** Removes and answers the retired adapters that nobody uses any more. */
    List<LoraAdapter> takeUnused(Predicate<LoraAdapter> used) {
        var unused = retired.stream().filter(used.negate()).toList();
        retired.removeAll(unused);
        return unused;
    }

    List<LoraAdapter> takeAll() {
        var all = new ArrayList<>(byName.values());
        all.addAll(retired);
        byName.clear();
        retired.clear();
        return all;
    }
}
