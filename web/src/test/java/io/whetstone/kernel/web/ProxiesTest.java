package io.whetstone.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.service.HttpConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    final Proxies proxies = new Proxies();
    final Map<String, Object> attributes = new HashMap<>();
    int asked;

    @BeforeEach
    void trustOne() {
        proxies.config = new HttpConfig() {
            @Override
            public Optional<String> trustedProxies() {
                return Optional.of("192.0.2.0/24");
            }
        };
        proxies.read();
    }

    @Test
    void the_last_address_that_is_no_trusted_proxy_is_the_clients() {
        assertThat(proxies.client(request("192.0.2.9", "203.0.113.5, 198.51.100.7, 192.0.2.8")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void what_a_stranger_says_is_not_believed() {
        assertThat(proxies.client(request("203.0.113.9", "198.51.100.7"))).isEqualTo("203.0.113.9");
    }

    @Test
    void the_address_is_worked_out_once_a_request() {
        var request = request("192.0.2.9", "198.51.100.7");

        assertThat(proxies.client(request)).isEqualTo(proxies.client(request));
        assertThat(asked).isEqualTo(1);
    }

    private HttpServletRequest request(String peer, String forwardedFor) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getRemoteAddr" -> peer;
                    case "getHeaders" -> {
                        asked++;
                        yield Collections.enumeration(List.of(forwardedFor));
                    }
                    case "getAttribute" -> attributes.get((String) args[0]);
                    case "setAttribute" -> attributes.put((String) args[0], args[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
