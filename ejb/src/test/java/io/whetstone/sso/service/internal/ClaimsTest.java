package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    final Claims claims = new Claims(Map.of(
            "realm_access",
            Map.of("roles", List.of("a", 1, "b")),
            "https://example.org/groups",
            List.of("c"),
            "email",
            " ada@example.org ",
            "email_verified",
            "true"));

    @Test
    void a_path_leads_into_objects_and_a_name_with_dots_is_a_name() {
        assertThat(claims.texts("realm_access.roles")).contains(List.of("a", "b"));
        assertThat(claims.texts("https://example.org/groups")).contains(List.of("c"));
        assertThat(claims.texts("realm_access.none.deeper")).isEmpty();
        assertThat(claims.texts("email")).contains(List.of(" ada@example.org "));
    }

    @Test
    void a_text_is_stripped_and_a_truth_may_be_written_as_text() {
        assertThat(claims.text("email")).contains("ada@example.org");
        assertThat(claims.text("realm_access")).isEmpty();
        assertThat(claims.truth("email_verified")).contains(true);
        assertThat(claims.truth("phone_verified")).isEmpty();
    }

    @Test
    void others_fill_what_is_missing_and_change_nothing() {
        var merged = claims.or(new Claims(Map.of("email", "eve@example.org", "name", "Ada")));

        assertThat(merged.text("email")).contains("ada@example.org");
        assertThat(merged.text("name")).contains("Ada");
    }
}
