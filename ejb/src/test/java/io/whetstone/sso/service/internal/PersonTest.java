package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.sso.service.SsoFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonTest {
    @Test
    void an_address_and_a_name_that_no_database_keeps_are_none() {
        var person = person("7", "ann\0@example.org", "Ann\0");

        assertThat(person.email()).isEmpty();
        assertThat(person.name()).isEmpty();
    }

    @Test
    void a_subject_that_no_database_keeps_is_nobody() {
        assertThatThrownBy(() -> person("7\0", "ann@example.org", "Ann")).isInstanceOf(SsoFailure.class);
    }

    private static Person person(String subject, String email, String name) {
        return new Person(
                "https://issuer.example", subject, Optional.of(email), true, Optional.of(name), List.of("staff"));
    }
}
