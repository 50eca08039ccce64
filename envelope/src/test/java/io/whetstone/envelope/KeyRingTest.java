package io.whetstone.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_file_and_what_a_rotation_left_beside_it_are_at_hand() throws IOException {
        var file = folder.resolve("secrets-master-key");
        var current = written(file);
        var next = written(folder.resolve("secrets-master-key.next"));
        var former = written(folder.resolve("secrets-master-key.0123.former"));
        written(folder.resolve("secrets-master-key.new"));

        var ring = KeyRing.of(file.toString());

        assertThat(ring.first()).map(MasterKey::id).hasValue(current.id());
        assertThat(ring.find(next.id())).isPresent();
        assertThat(ring.find(former.id())).isPresent();
        assertThat(ring.find("0000000000000000")).isEmpty();
    }

    @Test
    void no_file_is_an_empty_ring() {
        assertThat(KeyRing.read(folder.resolve("none")).first()).isEmpty();
    }

    @Test
    void a_setting_may_hold_the_keys_themselves() {
        var next = MasterKey.generate();
        var current = MasterKey.generate();
        var setting = next.encoded() + "," + current.encoded();

        assertThat(KeyRing.holdsKeys(setting)).isTrue();
        assertThat(KeyRing.of(setting).first()).map(MasterKey::id).hasValue(next.id());
        assertThat(KeyRing.of(setting).find(current.id())).isPresent();
        assertThat(KeyRing.holdsKeys("/etc/whetstone/master-key")).isFalse();
    }

    @Test
    void a_file_without_a_key_is_told_without_its_content() throws IOException {
        var file = folder.resolve("secrets-master-key");
        Files.writeString(file, "half a key");

        assertThatIllegalStateException()
                .isThrownBy(() -> KeyRing.read(file))
                .withMessageContaining(file.toString())
                .withMessageNotContaining("half a key");
    }

    private static MasterKey written(Path file) throws IOException {
        var key = MasterKey.generate();
        Files.writeString(file, key.encoded() + "\n");
        return key;
    }
}
