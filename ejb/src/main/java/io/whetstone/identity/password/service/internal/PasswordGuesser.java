package io.whetstone.identity.password.service.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how a password would be guessed. Its dictionaries take a second to read, so they are read when first
 * needed.
 */
@ApplicationScoped
public class PasswordGuesser {
    /** Bits: about ten thousand million guesses. */
    private static final double ENOUGH = 35;

    /** More than this is not looked at: the time grows with the cube of the length. */
    private static final int LONGEST = 72;

    private @Nullable List<Dictionary> dictionaries;

    boolean isGuessable(String password, Set<String> context) {
        var own = new DictionaryBuilder().setDictionaryName("context").setExclusion(true);
        context.forEach(word -> own.addWord(word, 0));
        var all = new ArrayList<>(known());
        all.add(own.createDictionary());
        var configuration = new ConfigurationBuilder()
                .setDictionaries(all)
                .setMinimumEntropy(ENOUGH)
                .createConfiguration();
        var part = password.substring(0, Math.min(password.length(), LONGEST));
        return isOneLetter(password)
                || !new Nbvcxz(configuration).estimate(part).isMinimumEntropyMet();
    }

    private static boolean isOneLetter(String password) {
        return password.chars().distinct().count() == 1;
    }

    private synchronized List<Dictionary> known() {
        if (dictionaries == null) {
            dictionaries = ConfigurationBuilder.getDefaultDictionaries();
        }
        return dictionaries;
    }
}
