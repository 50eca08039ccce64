package io.whetstone.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DataKeyTest {
    static final String PURPOSE = "secret of ada";
    static final String PLAIN = "sk-proj-äöü-0123456789";

    final DataKey key = DataKey.generate();

    @Test
    void a_sealed_text_opens_again_and_names_its_key() {
        var sealed = key.seal(PURPOSE, PLAIN);

        assertThat(sealed).doesNotContain(PLAIN);
        assertThat(DataKey.keyOf(sealed)).isEqualTo(key.id());
        assertThat(key.open(PURPOSE, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void no_two_seals_are_alike() {
        assertThat(key.seal(PURPOSE, PLAIN)).isNotEqualTo(key.seal(PURPOSE, PLAIN));
    }

    @Test
    void a_change_of_any_character_is_noticed() {
        var sealed = key.seal(PURPOSE, PLAIN);
        for (int at = 0; at < sealed.length(); at++) {
            var other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            var changed = sealed.substring(0, at) + other + sealed.substring(at + 1);

            assertThatIllegalStateException()
                    .as("character %d", at)
                    .isThrownBy(() -> key.open(PURPOSE, changed))
                    .withMessageNotContaining(PLAIN);
        }
    }

    @Test
    void a_text_that_is_cut_anywhere_is_refused() {
        var sealed = key.seal(PURPOSE, PLAIN);
        for (int length = 0; length < sealed.length(); length++) {
            var cut = sealed.substring(0, length);

            assertThatIllegalStateException().as("length %d", length).isThrownBy(() -> key.open(PURPOSE, cut));
        }
    }

    @Test
    void another_purpose_opens_nothing() {
        var sealed = key.seal(PURPOSE, PLAIN);

        assertThatIllegalStateException().isThrownBy(() -> key.open("secret of bob", sealed));
    }

    @Test
    void another_key_opens_nothing_even_under_the_same_id() {
        var sealed = key.seal(PURPOSE, PLAIN);

        assertThatIllegalStateException()
                .isThrownBy(() -> DataKey.generate().open(PURPOSE, sealed))
                .withMessageContaining("another key");
        assertThatIllegalStateException().isThrownBy(() -> new DataKey(key.id(), new byte[32]).open(PURPOSE, sealed));
    }

    @Test
    void fingerprints_are_equal_for_equal_texts_of_one_key_and_use_only() {
        assertThat(key.fingerprint("workspace", PLAIN)).isEqualTo(key.fingerprint("workspace", PLAIN));
        assertThat(key.fingerprint("workspace", PLAIN)).isNotEqualTo(key.fingerprint("other", PLAIN));
        assertThat(key.fingerprint("workspace", PLAIN))
                .isNotEqualTo(DataKey.generate().fingerprint("workspace", PLAIN));
    }

    @Test
    void a_wrapped_key_opens_for_its_own_row_and_master_key_only() {
        var master = MasterKey.generate();
        var owner = UUID.randomUUID();
        var wrapped = master.wrap(key, owner);
        var sealed = key.seal(PURPOSE, PLAIN);

        assertThat(master.unwrap(key.id(), owner, wrapped).open(PURPOSE, sealed))
                .isEqualTo(PLAIN);
        assertThatIllegalStateException().isThrownBy(() -> master.unwrap(UUID.randomUUID(), owner, wrapped));
        assertThatIllegalStateException().isThrownBy(() -> master.unwrap(key.id(), UUID.randomUUID(), wrapped));
        assertThatIllegalStateException().isThrownBy(() -> master.unwrap(key.id(), null, wrapped));
        assertThatIllegalStateException().isThrownBy(() -> MasterKey.generate().unwrap(key.id(), owner, wrapped));
    }

    @Test
    void a_change_of_any_byte_of_a_wrapped_key_is_noticed() {
        var master = MasterKey.generate();
        var wrapped = master.wrap(key, null);
        for (int at = 0; at < wrapped.length; at++) {
            var changed = wrapped.clone();
            changed[at] ^= 1;

            assertThatIllegalStateException()
                    .as("byte %d", at)
                    .isThrownBy(() -> master.unwrap(key.id(), null, changed));
        }
    }

    @Test
    void keys_tell_their_ids_and_nothing_else() {
        var master = MasterKey.generate();

        assertThat(key).hasToString("data key " + key.id());
        assertThat(master).hasToString("master key " + master.id());
        assertThat(MasterKey.parse(master.encoded()))
                .hasValueSatisfying(read -> assertThat(read.id()).isEqualTo(master.id()));
    }
}
