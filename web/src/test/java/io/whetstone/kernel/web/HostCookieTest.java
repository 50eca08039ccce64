package io.whetstone.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import org.junit.jupiter.api.Test;

class HostCookieTest {
    static final HostCookie COOKIE = new HostCookie("ws_refresh", "/api/auth", NewCookie.SameSite.STRICT);

    @Test
    void by_https_it_is_of_this_host_alone() {
        var made = COOKIE.of("secret", 60, true);

        assertThat(made.getName()).isEqualTo("__Host-ws_refresh");
        assertThat(made.getPath()).isEqualTo("/");
        assertThat(made.getDomain()).isNull();
        assertThat(made.isSecure()).isTrue();
        assertThat(made.isHttpOnly()).isTrue();
    }

    @Test
    void by_http_browsers_take_no_such_cookie_so_it_has_a_plain_name() {
        var made = COOKIE.of("secret", 60, false);

        assertThat(made.getName()).isEqualTo("ws_refresh");
        assertThat(made.getPath()).isEqualTo("/api/auth");
        assertThat(made.isSecure()).isFalse();
        assertThat(made.isHttpOnly()).isTrue();
    }
}
