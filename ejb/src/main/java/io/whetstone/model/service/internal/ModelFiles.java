package io.whetstone.model.service.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which files make a model, told by their names. */
class ModelFiles {
    private static final Set<String> KNOWN = Set.of(
            "config.json",
            "tokenizer.json",
            "tokenizer_config.json",
            "tokenizer.model",
            "generation_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.json",
            "merges.txt",
            "chat_template.jinja",
            "model.safetensors.index.json",
            "LICENSE",
            "README.md");
    private static final List<String> PICKLES = List.of(".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt");

    private ModelFiles() {}

    static boolean isGguf(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gguf");
    }

    static boolean isWeights(String name) {
        return name.endsWith(".safetensors");
    }

    /** Pickle files run code when they are read: they are never taken. */
    static boolean isPickle(String name) {
        return PICKLES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** A file of the Hugging Face layout that is of use here. */
    static boolean isPart(String name) {
        return name.matches("[\\w.-]+") && (KNOWN.contains(name) || isWeights(name));
    }

    /** Refuses a set of names that cannot be a model, with the reason. */
    static void requireModel(Collection<String> names) {
        var pickle = names.stream().filter(ModelFiles::isPickle).findFirst();
        if (pickle.isPresent() && names.stream().noneMatch(ModelFiles::isWeights)) {
            throw ImportFailure.refused(
                    "%s is a pickle file, which can run code when it is read; bring safetensors or GGUF"
                            .formatted(pickle.get()));
        }
        for (var needed : List.of("config.json", "tokenizer.json")) {
            if (!names.contains(needed)) {
                throw ImportFailure.refused("The model has no " + needed);
            }
        }
        if (names.stream().noneMatch(ModelFiles::isWeights)) {
            throw ImportFailure.refused("The model has no weights (*.safetensors)");
        }
    }
}
