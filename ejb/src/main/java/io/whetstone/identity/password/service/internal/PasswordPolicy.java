package io.whetstone.identity.password.service.internal;

import io.whetstone.identity.service.internal.AccountSettings;
import io.whetstone.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which passwords are accepted: long enough, hard to guess by somebody who knows common passwords and the person, and
 * in no known breach. A refusal says why. Slow: call it outside of any transaction.
 */
@ApplicationScoped
public class PasswordPolicy {
    private static final String POINTER = "/newPassword";
    private static final int CONTEXT_MIN = 3;

    @Inject
    AccountSettings settings;

    @Inject
    PasswordGuesser guesser;

    @Inject
    BreachedPasswords breached;

    /**
     * Refuses a password that is none of these.
     *
     * @param context what the person is known by: names and addresses
     */
    public void require(String password, String... context) {
        requireLength(password);
        if (guesser.isGuessable(password, words(context))) {
            throw ProblemException.invalid(
                    POINTER, "is easy to guess: it is a common password, a pattern or made of your name or address");
        }
        if (settings.refusesBreachedPasswords() && breached.contain(password)) {
            throw ProblemException.invalid(POINTER, "was seen in a breach of another service: choose another one");
        }
    }

    private void requireLength(String password) {
        var least = settings.minimumPasswordLength();
        if (password.length() < least) {
            throw ProblemException.invalid(POINTER, "must have at least %d characters".formatted(least));
        }
        if (password.length() > Passwords.MAX_LENGTH) {
            throw ProblemException.invalid(POINTER, "must have at most %d characters".formatted(Passwords.MAX_LENGTH));
        }
    }

    private static Set<String> words(String... context) {
        var words = new TreeSet<String>();
        words.add("whetstone");
        for (var text : context) {
            var lower = text.toLowerCase(Locale.ROOT);
            words.add(lower);
            words.addAll(List.of(lower.split("[^\\p{L}\\p{N}]+")));
        }
        words.removeIf(word -> word.length() < CONTEXT_MIN);
        return words;
    }
}
