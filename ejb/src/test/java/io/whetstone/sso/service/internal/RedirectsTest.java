package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "javascript:alert(1)",
                "evil.example",
                "",
                "/a\nb",
                "/a\tb",
                "/a\\b"
            })
    void another_site_is_never_led_to(String wanted) {
        assertThat(Redirects.own(wanted)).isEqualTo("/");
    }

    @Test
    void a_page_of_ours_is() {
        assertThat(Redirects.own("/training/jobs/1?tab=log#end")).isEqualTo("/training/jobs/1?tab=log#end");
        assertThat(Redirects.own(null)).isEqualTo("/");
    }
}
