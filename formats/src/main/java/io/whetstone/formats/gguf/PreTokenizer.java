package io.whetstone.formats.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.formats.UnsupportedModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a byte-level BPE tokenizer cuts text before it merges. GGUF files only name it, {@code tokenizer.json} spells
 * it out; a wrong guess would split every number or contraction wrongly, so what is not known is refused.
 *
 * @param beginsText whether llama.cpp puts the beginning-of-text token first unless the file says otherwise
 */
record PreTokenizer(List<String> names, List<String> steps, boolean beginsText) {
    static final PreTokenizer SMOLLM =
            new PreTokenizer(List.of("smollm"), List.of("Digits:true", "ByteLevel:true"), false);
    static final PreTokenizer GPT_2 = new PreTokenizer(List.of("gpt-2"), List.of("ByteLevel:true"), false);
    static final PreTokenizer LLAMA_3 = new PreTokenizer(
            List.of("llama-bpe", "llama3", "llama-v3"), List.of(split("{1,3}"), "ByteLevel:false"), true);
    static final PreTokenizer QWEN_2 =
            new PreTokenizer(List.of("qwen2", "deepseek-r1-qwen"), List.of(split(""), "ByteLevel:false"), false);

    private static final List<PreTokenizer> KNOWN = List.of(SMOLLM, GPT_2, LLAMA_3, QWEN_2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String split(String digits) {
        return "Split:(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}" + digits
                + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    }

    static PreTokenizer named(String name) throws UnsupportedModelException {
        return KNOWN.stream()
                .filter(p -> p.names.contains(name))
                .findFirst()
                .orElseThrow(
                        () -> new UnsupportedModelException(
                                "the pre-tokenizer \"" + name
                                        + "\" is not known, so text could be cut wrongly; known are smollm, gpt-2, llama-bpe and qwen2"));
    }

    /** Finds the pre-tokenizer that a {@code tokenizer.json} spells out. */
    static PreTokenizer of(JsonNode tokenizer) throws UnsupportedModelException {
        List<String> found = new ArrayList<>();
        JsonNode node = tokenizer.path("pre_tokenizer");
        if (node.path("type").asText().equals("Sequence")) {
            node.path("pretokenizers").forEach(step -> found.add(step(step)));
        } else {
            found.add(step(node));
        }
        return KNOWN.stream()
                .filter(p -> p.steps.equals(found))
                .findFirst()
                .orElseThrow(() -> new UnsupportedModelException(
                        "the pre-tokenizer of tokenizer.json has no name in GGUF files: " + found));
    }

    private static String step(JsonNode step) {
        String type = step.path("type").asText();
        return switch (type) {
            case "Digits" -> type + ":" + step.path("individual_digits").asBoolean();
            case "Split" -> type + ":" + step.path("pattern").path("Regex").asText();
            case "ByteLevel" ->
                type + ":" + step.path("use_regex").asBoolean(true)
                        + (step.path("add_prefix_space").asBoolean() ? ":space" : "");
            default -> type;
        };
    }

    String ggufName() {
        return names.get(0);
    }

    /** Whether whole words of the vocabulary win over merges. */
    boolean ignoresMerges() {
        return equals(LLAMA_3);
    }

    boolean normalises() {
        return equals(QWEN_2);
    }

    ObjectNode json() {
        ArrayNode list = JSON.createArrayNode();
        steps.forEach(step -> list.add(json(step)));
        ObjectNode node = JSON.createObjectNode();
        if (list.size() == 1) {
            return node.setAll((ObjectNode) list.get(0));
        }
        node.put("type", "Sequence").set("pretokenizers", list);
        return node;
    }

    private static ObjectNode json(String step) {
        String type = step.substring(0, step.indexOf(':'));
        String value = step.substring(step.indexOf(':') + 1);
        ObjectNode node = JSON.createObjectNode().put("type", type);
        switch (type) {
            case "Digits" -> node.put("individual_digits", true);
            case "Split" -> {
                node.putObject("pattern").put("Regex", value);
                node.put("behavior", "Isolated").put("invert", false);
            }
            default -> byteLevel(node, Boolean.parseBoolean(value));
        }
        return node;
    }

    static ObjectNode byteLevel(ObjectNode node, boolean useRegex) {
        return node.put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", useRegex);
    }
}
