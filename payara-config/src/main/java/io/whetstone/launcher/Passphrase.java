package io.whetstone.launcher;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A passphrase for a backup, from the environment or the terminal, and the key that Argon2id makes of it. */
final class Passphrase {
    static final String VARIABLE = "WHETSTONE_BACKUP_PASSPHRASE";
    static final int SALT_BYTES = 16;

    private static final int LEAST = 12;
    private static final int KEY_BYTES = 32;

    private Passphrase() {}

    /**
     * How much work a guess costs.
     *
     * @param memoryKib memory of one guess
     */
    record Cost(int memoryKib, int iterations, int parallelism) {
        static final Cost DEFAULT = new Cost(65_536, 3, 1);
    }

    /** A new one, asked twice at a terminal. */
    static String choose(Map<String, String> environment) {
        var given = find(environment, "Passphrase for the secrets' key: ").orElseThrow(Passphrase::none);
        if (given.length() < LEAST) {
            throw new Refusal("The passphrase must have at least %d characters.".formatted(LEAST));
        }
        var again = find(environment, "Once more: ").orElseThrow(Passphrase::none);
        if (!given.equals(again)) {
            throw new Refusal("The two passphrases differ.");
        }
        return given;
    }

    static Optional<String> find(Map<String, String> environment, String question) {
        var given = environment.getOrDefault(VARIABLE, "");
        return given.isEmpty() ? Optional.ofNullable(ask(question)) : Optional.of(given);
    }

    @SuppressWarnings("SystemConsoleNull") // that is how JDK 17, which runs us, says that there is no terminal
    private static @Nullable String ask(String question) {
        var console = System.console();
        var typed = console == null ? null : console.readPassword(question);
        if (typed == null) {
            return null;
        }
        try {
            return new String(typed);
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private static Refusal none() {
        return new Refusal("A passphrase is needed: set %s, or run this at a terminal.".formatted(VARIABLE));
    }

    static byte[] key(String passphrase, byte[] salt, Cost cost) {
        var function = Argon2Function.getInstance(
                cost.memoryKib(), cost.iterations(), cost.parallelism(), KEY_BYTES, Argon2.ID);
        return function.hash(passphrase.getBytes(java.nio.charset.StandardCharsets.UTF_8), salt)
                .getBytes();
    }
}
