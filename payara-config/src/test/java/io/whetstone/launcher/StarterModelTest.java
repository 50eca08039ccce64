package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.launcher.StarterModel.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterModelTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "default,                                /cache/SmolLM2-135M-Instruct.gguf",
        "/models/mine.gguf,                      /models/mine.gguf",
        "https://hub.example/a/b.gguf?download=1, /cache/b.gguf",
    })
    void a_wish_says_where_the_file_will_be(String wish, String file) {
        assertThat(Wish.parse(wish).file(Path.of("/cache"))).isEqualTo(Path.of(file));
    }

    @Test
    void none_means_none() {
        assertThat(Wish.parse("none")).isInstanceOf(Wish.None.class);
    }

    @Test
    void a_file_with_another_hash_is_thrown_away() throws IOException {
        var fetched = Files.writeString(folder.resolve("fetched"), "not a model");
        var target = folder.resolve("model.gguf");

        assertThatThrownBy(() -> StarterModel.accept(fetched, target, StarterModel.SHA256))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SHA-256");
        assertThat(fetched).doesNotExist();
        assertThat(target).doesNotExist();
    }
}
