package io.whetstone.identity.password.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordGuesserTest {
    static final PasswordGuesser GUESSER = new PasswordGuesser();
    static final Set<String> CONTEXT = Set.of("whetstone", "ada@example.org", "ada", "lovelace", "ada lovelace");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd1234",
                "qwertyuiop123",
                "123456789012",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "administrator",
                "Whetstone-2026!",
                "ada@example.org",
                "adalovelace1815"
            })
    void common_passwords_patterns_and_the_person_are_guessable(String password) {
        assertThat(GUESSER.isGuessable(password, CONTEXT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "mellow-otter-fjord-42", "aV7kqPzR3mX9"})
    void what_nobody_guesses_is_accepted(String password) {
        assertThat(GUESSER.isGuessable(password, CONTEXT)).isFalse();
    }

    @Test
    void the_longest_password_is_judged_in_time() {
        assertThat(GUESSER.isGuessable("x".repeat(256), CONTEXT)).isTrue();
    }
}
