package io.whetstone.outbound.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.1.5/",
                "http://127.0.0.1./",
                "http://1.2.3.256/",
                "http://01.02.03.04/",
                "http://example.0x/",
                "http://user@example.org/",
                "http://user:secret@127.0.0.1/",
                "http://example.org:0/",
                "http://example.org:70000/",
                "http://[fe80::1%25eth0]/",
                "http:///path",
                "http:example.org",
                "http://exa_mple.org/",
                "http://a..b/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "//example.org/"
            })
    void unusual_forms_are_refused(String uri) {
        assertThatThrownBy(() -> Destination.of(URI.create(uri))).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.ORG/a?b, example.org, 443",
        "http://example.org., example.org, 80",
        "http://[::1]:81/, ::1, 81",
        "HTTPS://xn--bcher-kva.example, xn--bcher-kva.example, 443",
        "http://10.0.0.1.example.org, 10.0.0.1.example.org, 80"
    })
    void usual_forms_are_read(String uri, String host, int port) {
        var destination = Destination.of(URI.create(uri));

        assertThat(destination.host()).isEqualTo(host);
        assertThat(destination.port()).isEqualTo(port);
    }

    @Test
    void an_address_is_known_as_one_without_asking_for_it() {
        assertThat(Destination.of("127.0.0.1.", 389).literal()).isNotNull();
        assertThat(Destination.of(URI.create("http://[::ffff:127.0.0.1]/")).literal())
                .hasToString("/127.0.0.1");
        assertThat(Destination.of(URI.create("http://localhost/")).literal()).isNull();
    }
}
