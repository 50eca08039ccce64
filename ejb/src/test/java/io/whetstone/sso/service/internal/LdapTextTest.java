package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdapTextTest {
    @ParameterizedTest
    @CsvSource({
        "ada, ada",
        "*, \\2a",
        "a)(b=c, a\\29\\28b\\3dc",
        "é, \\c3\\a9",
        "back\\slash, back\\5cslash",
        "{dn}, \\7bdn\\7d"
    })
    void what_was_typed_stays_a_value(String typed, String escaped) {
        assertThat(LdapText.filter("(uid={user})", Map.of("user", typed))).isEqualTo("(uid=" + escaped + ")");
    }

    @Test
    void a_name_is_escaped_as_names_are() {
        assertThat(LdapText.name("uid={user},dc=example", Map.of("user", "a,b=c+d")))
                .isEqualTo("uid=a\\,b\\=c\\+d,dc=example");
    }
}
