package io.whetstone.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.runner.llama.CacheType;
import io.whetstone.runner.llama.FlashAttention;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void options_have_defaults() {
        var options = Options.parse(List.of());

        assertThat(options.number("--parallel", 8, 1)).isEqualTo(8);
        assertThat(options.cacheType()).isEqualTo(CacheType.F16);
        assertThat(options.flashAttention()).isEqualTo(FlashAttention.OFF);
        assertThat(options.prefixCache()).isTrue();
    }

    @Test
    void adapters_may_be_given_more_than_once() {
        var options = Options.parse(List.of("--adapter", "a=/x", "--cache-type", "f32", "--adapter", "b=/y=z"));

        assertThat(options.adapters()).containsExactly("a=/x", "b=/y=z");
        assertThat(options.cacheType()).isEqualTo(CacheType.F32);
    }

    @Test
    void a_quantised_cache_needs_flash_attention() {
        assertThat(Options.parse(List.of("--cache-type", "q8_0")).flashAttention())
                .isEqualTo(FlashAttention.ON);
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> Options.parse(List.of("--porte", "1"))).hasMessageContaining("--porte");
        assertThatThrownBy(() -> Options.parse(List.of("--port"))).hasMessageContaining("--port");
        assertThatThrownBy(() -> Options.parse(List.of("--adapter", "x"))).hasMessageContaining("name=path");
        assertThatThrownBy(() -> Options.parse(List.of("--parallel", "0")).number("--parallel", 8, 1))
                .hasMessageContaining("at least 1");
    }
}
