package io.whetstone.envelope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The master keys that are at hand: the current one, and during a rotation the next or the former. They come from a
 * file and its siblings, or from a setting that holds the keys themselves.
 */
public final class KeyRing {
    /** End of the name of the file that a rotation goes to. */
    public static final String NEXT = ".next";

    /** End of the names of the files that rotations came from. */
    public static final String FORMER = ".former";

    private final List<MasterKey> keys;

    private KeyRing(List<MasterKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * The keys that a setting holds or names.
     *
     * @param setting one key or several in Base64, separated by commas, the one to use first; or the path of a key file
     */
    public static KeyRing of(String setting) {
        var given = Arrays.stream(setting.split(",")).map(MasterKey::parse).toList();
        return given.stream().allMatch(Optional::isPresent)
                ? new KeyRing(given.stream().map(Optional::orElseThrow).toList())
                : read(Path.of(setting));
    }

    /** Whether a setting holds keys itself instead of naming a file. */
    public static boolean holdsKeys(String setting) {
        return Arrays.stream(setting.split(",")).map(MasterKey::parse).allMatch(Optional::isPresent);
    }

    /** The key file first, then what lies beside it; empty when there is none. */
    public static KeyRing read(Path file) {
        // The siblings first: one that becomes the key file meanwhile is then found there.
        var keys = new ArrayList<MasterKey>();
        siblings(file).forEach(sibling -> key(sibling).ifPresent(keys::add));
        key(file).ifPresent(key -> keys.add(0, key));
        return new KeyRing(keys);
    }

    /** The key to use where none was used before. */
    public Optional<MasterKey> first() {
        return keys.stream().findFirst();
    }

    public Optional<MasterKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static List<Path> siblings(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        var prefix = file.getFileName() + ".";
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> isSibling(prefix, path.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSibling(String prefix, String name) {
        return name.startsWith(prefix) && (name.endsWith(NEXT) || name.endsWith(FORMER));
    }

    private static Optional<MasterKey> key(Path file) {
        try {
            var key = MasterKey.parse(Files.readString(file));
            if (key.isEmpty()) {
                throw new IllegalStateException(file + " holds no master key: 32 bytes in Base64 are expected");
            }
            return key;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
