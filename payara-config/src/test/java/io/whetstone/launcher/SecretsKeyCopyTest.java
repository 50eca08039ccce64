package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.envelope.MasterKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsKeyCopyTest {
    static final String PASSPHRASE = "a horse and a staple";

    @Test
    void a_passphrase_opens_the_copy_again_after_it_was_written() throws Exception {
        var keys = List.of(MasterKey.generate(), MasterKey.generate());
        var json = new ObjectMapper().writeValueAsString(SecretsKeyCopy.lock(keys, PASSPHRASE));

        var read = new ObjectMapper().readValue(json, SecretsKeyCopy.class).unlock(PASSPHRASE);

        assertThat(read)
                .extracting(MasterKey::encoded)
                .isEqualTo(keys.stream().map(MasterKey::encoded).toList());
        assertThat(json).doesNotContain(keys.get(0).encoded());
    }

    @Test
    void another_passphrase_is_refused() {
        var copy = SecretsKeyCopy.lock(List.of(MasterKey.generate()), PASSPHRASE);

        assertThatThrownBy(() -> copy.unlock("a horse and a stable"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not open");
    }

    @Test
    void a_short_passphrase_is_refused() {
        assertThatThrownBy(() -> Passphrase.choose(Map.of(Passphrase.VARIABLE, "short")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("12 characters");
        assertThat(Passphrase.choose(Map.of(Passphrase.VARIABLE, PASSPHRASE))).isEqualTo(PASSPHRASE);
    }
}
