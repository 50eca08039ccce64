package io.whetstone.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A repository of the hub, here the little model of the trainer's tests, and what goes wrong when it is read. */
final class HubRepository {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, HubFile> files = new LinkedHashMap<>();
    private final Queue<Integer> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private boolean gated;
    private boolean slow;

    /** A file; {@code told} is the hash that the hub claims, of a large one the SHA-256. */
    record HubFile(byte[] content, boolean large, String told) {
        String etag() {
            return large
                    ? told
                    : hash("SHA-1", ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII), content);
        }
    }

    static HubRepository ofTinyModel() throws IOException {
        var repository = new HubRepository();
        var source = Product.root().resolve("trainer/src/test/resources/models/llama");
        repository.put(".gitattributes", "*.safetensors filter=lfs".getBytes(StandardCharsets.UTF_8), false);
        repository.put("README.md", "# Tiny".getBytes(StandardCharsets.UTF_8), false);
        repository.put("config.json", read(source, "config.json"), false);
        repository.put("model.safetensors", read(source, "model.safetensors"), true);
        repository.put("tokenizer.json", JSON.writeValueAsBytes(tokenizer()), false);
        repository.put("training.log", new byte[10], false);
        return repository;
    }

    private static byte[] read(Path folder, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private void put(String name, byte[] content, boolean large) {
        files.put(name, new HubFile(content, large, hash("SHA-256", content)));
    }

    HubRepository gated() {
        gated = true;
        return this;
    }

    HubRepository slow() {
        slow = true;
        return this;
    }

    /** Answers these statuses before it works. */
    HubRepository busy(Integer... statuses) {
        faults.addAll(List.of(statuses));
        return this;
    }

    /** Breaks the line in the middle of a large file so many times. */
    HubRepository cut(int times) {
        cuts.set(times);
        return this;
    }

    /** Sends other weights than it tells of, of the same length. */
    HubRepository withOtherWeights() {
        var known = Objects.requireNonNull(files.get("model.safetensors"));
        var other = known.content().clone();
        other[other.length - 1] ^= 1;
        files.put("model.safetensors", new HubFile(other, true, known.told()));
        return this;
    }

    boolean isGated() {
        return gated;
    }

    boolean isSlow() {
        return slow;
    }

    boolean isBusy() {
        return !faults.isEmpty();
    }

    int nextFault() {
        return faults.remove();
    }

    boolean cutsNow() {
        return cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** What a file has in it. */
    byte[] content(String path) {
        return Objects.requireNonNull(files.get(path), path).content();
    }

    @Nullable
    HubFile file(String path) {
        return files.get(path);
    }

    /** The entries of the tree, in its order and form. */
    List<ObjectNode> listing() {
        return files.entrySet().stream()
                .map(entry -> entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ObjectNode entry(String path, HubFile file) {
        var entry = JSON.createObjectNode().put("type", "file").put("size", file.content().length);
        entry.put("oid", file.etag()).put("path", path);
        if (file.large()) {
            entry.putObject("lfs")
                    .put("oid", file.told())
                    .put("size", file.content().length)
                    .put("pointerSize", 134);
        }
        return entry;
    }

    static String hash(String algorithm, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            for (var part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A tokenizer of single bytes, spelled as GPT-2 does. */
    private static ObjectNode tokenizer() {
        var root = JSON.createObjectNode().put("version", "1.0");
        root.putNull("truncation").putNull("padding").putNull("normalizer").putNull("post_processor");
        root.putArray("added_tokens");
        for (var part : List.of("pre_tokenizer", "decoder")) {
            root.putObject(part)
                    .put("type", "ByteLevel")
                    .put("add_prefix_space", false)
                    .put("trim_offsets", true)
                    .put("use_regex", true);
        }
        var model = root.putObject("model").put("type", "BPE");
        model.putArray("merges");
        var vocabulary = model.putObject("vocab");
        var beyond = 256;
        for (var b = 0; b < 256; b++) {
            var shown = (b >= '!' && b <= '~') || (b >= 161 && b <= 172) || b >= 174;
            vocabulary.put(Character.toString(shown ? b : beyond++), b);
        }
        return root;
    }
}
