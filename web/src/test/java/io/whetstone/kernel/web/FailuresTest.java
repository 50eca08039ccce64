package io.whetstone.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Json;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    record Body(int count, List<String> names) {}

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ProblemException.notFound("job", 7), "NOT_FOUND"),
                Arguments.of(new EJBException(new ProblemException(ProblemType.GONE, "gone")), "GONE"),
                Arguments.of(new EJBException(new OptimisticLockException()), "PRECONDITION_FAILED"),
                Arguments.of(new RuntimeException(new EJBAccessException("no")), "FORBIDDEN"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_found_under_its_wrappings(Exception failure, String code) {
        assertThat(Failures.problem(failure, true))
                .get()
                .extracting(Problem::code)
                .isEqualTo(code);
    }

    @Test
    void somebody_unknown_is_asked_to_sign_in() {
        assertThat(Failures.problem(new EJBAccessException("no"), false))
                .get()
                .extracting(Problem::code)
                .isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void a_defect_of_ours_is_no_problem_of_the_caller() {
        assertThat(Failures.problem(new IllegalStateException("oops"), true)).isEmpty();
    }

    @Test
    void a_field_that_nobody_knows_is_named_and_no_class_of_ours() {
        assertThat(Failures.problem(failureOf("{\"count\": 1, \"cuont\": 1}"), true))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.detail()).isEqualTo("/cuont is no field of this request");
                    assertThat(problem.errors())
                            .extracting(FieldProblem::message)
                            .containsExactly("is no field of this request");
                });
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_that_does_not_fit_tells_no_type_of_ours(String body, String pointer) {
        assertThat(Failures.problem(failureOf(body), true))
                .hasValueSatisfying(problem ->
                        assertThat(problem.detail()).startsWith(pointer).doesNotContain("io.whetstone", "java.", "`"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_that_does_not_fit_names_the_field(String body, String pointer) {
        assertThat(Failures.problem(failureOf(body), true)).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).extracting(FieldProblem::pointer).containsExactly(pointer);
        });
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"count\": \"many\"}", "/count"),
                Arguments.of("{\"count\": 1.5}", "/count"),
                Arguments.of("{\"count\": 1, \"names\": [{}]}", "/names/0"),
                Arguments.of("{\"count\": 1, \"cuont\": 1}", "/cuont"));
    }

    @Test
    void half_a_body_is_told_by_line_and_column() {
        assertThat(Failures.problem(failureOf("{\"count\":"), true))
                .hasValueSatisfying(problem -> assertThat(problem.detail()).contains("line 1"));
    }

    private static Exception failureOf(String body) {
        try {
            Json.mapper().readValue(body, Body.class);
            throw new AssertionError("accepted " + body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException malformed) {
            return malformed;
        }
    }
}
