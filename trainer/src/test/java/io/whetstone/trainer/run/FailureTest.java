package io.whetstone.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.trainer.data.InvalidDataException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new OutOfMemoryError("Java heap space"), "out_of_memory"),
                Arguments.of(new EngineException("DefaultCPUAllocator: can't allocate memory"), "out_of_memory"),
                Arguments.of(new EngineException("shape mismatch"), "internal"),
                Arguments.of(new FileSystemException("x", null, "No space left on device"), "disk_full"),
                Arguments.of(new IOException("Permission denied"), "internal"),
                Arguments.of(new InvalidDataException("line 3"), "invalid_data"),
                Arguments.of(new UnsupportedModelException("gpt2"), "invalid_model"),
                Arguments.of(new DivergedException("loss"), "diverged"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_failure_has_its_code(Throwable thrown, String code) {
        assertThat(Failure.of(thrown, false).code().label()).isEqualTo(code);
    }

    @Test
    void what_cannot_be_read_while_the_model_loads_is_the_models_fault() {
        assertThat(Failure.of(new IOException("too short"), true).code()).isEqualTo(Failure.Code.INVALID_MODEL);
    }
}
