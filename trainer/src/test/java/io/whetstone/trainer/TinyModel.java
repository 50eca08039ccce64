package io.whetstone.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The two-layer fixture model with a tokenizer of single bytes, so that whole runs take a second. */
public final class TinyModel {
    /** Bytes that UTF-8 never has give their ids to the marks of the chat template. */
    public static final int START = 254;

    public static final int END = 255;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEMPLATE = "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\n' + m['content']"
            + " + '<|im_end|>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

    private TinyModel() {}

    public static Path resource(String name) {
        try {
            URL url = Objects.requireNonNull(TinyModel.class.getResource("/" + name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a complete Hugging Face folder. */
    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : List.of("config.json", "model.safetensors")) {
            Files.copy(resource("models/llama").resolve(file), folder.resolve(file));
        }
        Files.write(folder.resolve("tokenizer.json"), JSON.writeValueAsBytes(tokenizer()));
        Map<String, String> config =
                Map.of("bos_token", "<|im_start|>", "eos_token", "<|im_end|>", "chat_template", TEMPLATE);
        Files.write(folder.resolve("tokenizer_config.json"), JSON.writeValueAsBytes(config));
        return folder;
    }

    private static ObjectNode tokenizer() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", "1.0").putNull("truncation").putNull("padding").putNull("normalizer");
        for (int id : new int[] {START, END}) {
            ObjectNode token = root.withArray("added_tokens").addObject();
            token.put("id", id).put("content", id == START ? "<|im_start|>" : "<|im_end|>");
            token.put("single_word", false).put("lstrip", false).put("rstrip", false);
            token.put("normalized", false).put("special", true);
        }
        byteLevel(root.putObject("pre_tokenizer"));
        root.putNull("post_processor");
        byteLevel(root.putObject("decoder"));
        ObjectNode model = root.putObject("model").put("type", "BPE");
        model.putArray("merges");
        ObjectNode vocabulary = model.putObject("vocab");
        int beyond = 256;
        for (int b = 0; b < 256; b++) {
            vocabulary.put(isPrintable(b) ? Character.toString(b) : Character.toString(beyond++), b);
        }
        vocabulary.remove(List.of(Character.toString(START), Character.toString(END)));
        vocabulary.put("<|im_start|>", START).put("<|im_end|>", END);
        return root;
    }

    /** GPT-2 shows these bytes as themselves and the others, in order, as what follows U+00FF. */
    private static boolean isPrintable(int b) {
        return (b >= '!' && b <= '~') || (b >= 161 && b <= 172) || b >= 174;
    }

    private static void byteLevel(ObjectNode node) {
        node.put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", true);
    }
}
