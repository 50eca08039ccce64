package io.whetstone.outbound.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0/8",
        "10.1.2.3, 10.1.2.3",
        "10.1.2.3/32, 10.1.2.3",
        "[::1], 0:0:0:0:0:0:0:1",
        "FD00::1/8, fd00:0:0:0:0:0:0:0/8",
        "Ollama.LAN., ollama.lan",
        "localhost, localhost"
    })
    void are_written_in_one_way(String given, String text) {
        assertThat(Target.parse(given, null).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0/8", "127.1", "0x7f000001", "http://a", "a b", "", "a/8", "::1/129", "-a"})
    void are_refused(String text) {
        assertThatThrownBy(() -> Target.parse(text, null)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ollama.lan:11434, ollama.lan, 11434",
        "10.0.0.0/8, 10.0.0.0/8, ",
        "10.0.0.0/8:8080, 10.0.0.0/8, 8080",
        "::1, 0:0:0:0:0:0:0:1, ",
        "[::1]:81, 0:0:0:0:0:0:0:1, 81",
        "fd00::/8, fd00:0:0:0:0:0:0:0/8, "
    })
    void of_the_configuration_may_name_a_port(
            String given, String text, @org.jspecify.annotations.Nullable Integer port) {
        var target = Target.configured(given);

        assertThat(target.text()).isEqualTo(text);
        assertThat(target.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, , http://10.9.9.9/, 10.9.9.9, true",
        "10.0.0.0/8, , http://11.9.9.9/, 11.9.9.9, false",
        "10.0.0.0/9, , http://10.128.0.0/, 10.128.0.0, false",
        "10.0.0.0/9, , http://10.127.0.0/, 10.127.0.0, true",
        "10.0.0.0/8, 80, http://10.9.9.9:81/, 10.9.9.9, false",
        "intranet.example, , http://INTRANET.example./, 10.9.9.9, true",
        "intranet.example, , http://a.intranet.example/, 10.9.9.9, false",
        "intranet.example, , http://intranet.example/, 169.254.169.254, false",
        "169.254.0.0/16, , http://169.254.169.254/, 169.254.169.254, false",
        "169.254.169.254, , http://169.254.169.254/, 169.254.169.254, true",
        "0.0.0.0/0, , http://[::1]/, ::1, false",
        "127.0.0.1, , http://[::ffff:127.0.0.1]/, 127.0.0.1, true"
    })
    void open_what_they_name(
            String target, @org.jspecify.annotations.Nullable Integer port, URI uri, String address, boolean opens)
            throws Exception {
        var rule = Target.parse(target, port);

        assertThat(rule.opens(Destination.of(uri), InetAddress.getByName(address)))
                .isEqualTo(opens);
    }
}
