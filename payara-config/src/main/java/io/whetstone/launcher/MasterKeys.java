package io.whetstone.launcher;

import io.whetstone.envelope.KeyRing;
import io.whetstone.envelope.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The master keys of this home's secrets: in a file of the home, or given by a setting. */
final class MasterKeys {
    private final Path file;
    private final String given;

    MasterKeys(Home home, Settings settings) {
        this.given = settings.get(Setting.SECRET_MASTER_KEY);
        boolean elsewhere = !given.isEmpty() && !KeyRing.holdsKeys(given);
        this.file = elsewhere ? Path.of(given).toAbsolutePath() : new Keys(home.keys()).masterKey();
    }

    /** Whether the keys come from the setting itself, so that no file may be written. */
    boolean areGiven() {
        return !given.isEmpty() && KeyRing.holdsKeys(given);
    }

    Path file() {
        return file;
    }

    /** Where a person looks for them. */
    String place() {
        return areGiven() ? Setting.SECRET_MASTER_KEY.variable() : file.toString();
    }

    KeyRing ring() {
        try {
            return areGiven() ? KeyRing.of(given) : KeyRing.read(file);
        } catch (IllegalStateException unusable) {
            throw new Refusal(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    Path next() {
        return sibling(KeyRing.NEXT);
    }

    Path former(String id) {
        return sibling("." + id + KeyRing.FORMER);
    }

    void write(MasterKey key) {
        store(file, key);
    }

    void writeNext(MasterKey key) {
        store(next(), key);
    }

    void writeFormer(MasterKey key) {
        store(former(key.id()), key);
    }

    /** The next key takes the place of the present one, which stays beside it. At no moment is there no key file. */
    void advance() {
        KeyRing.read(file).first().ifPresent(this::writeFormer);
        try {
            Files.move(next(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new Refusal("%s cannot be replaced: %s".formatted(file, failure), failure);
        }
    }

    private Path sibling(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void store(Path file, MasterKey key) {
        try {
            Home.writePrivate(file, key.encoded());
        } catch (IOException failure) {
            throw new Refusal("The master key cannot be written to %s: %s".formatted(file, failure), failure);
        }
    }
}
