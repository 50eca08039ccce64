package io.whetstone.training.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterSchemaTest {
    static final ObjectMapper JSON = new ObjectMapper();

    final ParameterSchema schema = new ParameterSchema();

    @Test
    void what_is_left_out_takes_its_default() throws Exception {
        var resolved = schema.resolve(json("{'epochs': 1, 'lora': {'rank': 8}}"));

        assertThat(resolved.path("epochs").asInt()).isEqualTo(1);
        assertThat(resolved.path("learningRate").asDouble()).isEqualTo(2e-4);
        assertThat(resolved.path("maxSteps").isNull()).isTrue();
        assertThat(resolved.path("lora").path("rank").asInt()).isEqualTo(8);
        assertThat(resolved.path("lora").path("targetModules")).hasSize(7);
    }

    @Test
    void nothing_given_is_all_defaults() {
        assertThat(schema.resolve(null).path("schedule").asText()).isEqualTo("cosine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'epoch': 3}                              | /parameters/epoch              | is not a training parameter",
                "{'lora': {'r': 8}}                        | /parameters/lora/r             | is not a training parameter",
                "{'epochs': 0}                             | /parameters/epochs             | must be at least 0.01",
                "{'batchSize': 0}                          | /parameters/batchSize          | must be at least 1",
                "{'batchSize': 1.5}                        | /parameters/batchSize          | must be a whole number",
                "{'batchSize': '4'}                        | /parameters/batchSize          | must be a whole number",
                "{'learningRate': 1}                       | /parameters/learningRate       | must be at most 0.1",
                "{'learningRate': null}                    | /parameters/learningRate       | must not be null",
                "{'gradientCheckpointing': 'yes'}          | /parameters/gradientCheckpointing | must be true or false",
                "{'precision': 'f16'}                      | /parameters/precision          | must be one of f32, bf16",
                "{'lora': {'targetModules': []}}           | /parameters/lora/targetModules | must name at least one",
                "{'lora': {'targetModules': ['q_proj','q_proj']}} | /parameters/lora/targetModules | must be different",
                "{'lora': {'rank': 257}}                   | /parameters/lora/rank          | must be at most 256",
                "[]                                        | /parameters                    | must be an object",
            })
    void a_value_outside_of_the_schema_is_refused_by_name(String given, String pointer, String message)
            throws Exception {
        var parameters = json(given);

        var refusal = catchThrowableOfType(ProblemException.class, () -> schema.resolve(parameters));

        assertThat(refusal.errors()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.message()).startsWith(message);
        });
    }

    @Test
    void every_fault_is_told_at_once() throws Exception {
        var parameters = json("{'epochs': -1, 'threads': -1, 'x': 1}");

        var refusal = catchThrowableOfType(ProblemException.class, () -> schema.resolve(parameters));

        assertThat(refusal.errors())
                .extracting(FieldProblem::pointer)
                .containsExactly("/parameters/epochs", "/parameters/threads", "/parameters/x");
    }

    @Test
    void every_default_obeys_its_own_rule() {
        assertThat(schema.all())
                .hasSizeGreaterThan(25)
                .allSatisfy(parameter -> assertThat(parameter.fault(parameter.defaultValue()))
                        .as(parameter.name())
                        .isNull());
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
