package io.whetstone.kernel.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16,    10.1.255.255, true",
        "10.1.0.0/16,    10.2.0.0,     false",
        "10.1.2.3,       10.1.2.3,     true",
        "10.1.2.3,       10.1.2.4,     false",
        "0.0.0.0/0,      8.8.8.8,      true",
        "192.168.1.0/25, 192.168.1.127, true",
        "192.168.1.0/25, 192.168.1.128, false",
        "fd00::/8,       fd12::1,      true",
        "fd00::/8,       fe80::1,      false",
        "::/0,           127.0.0.1,    false",
    })
    void a_network_holds_its_addresses(String network, String address, boolean inside) throws Exception {
        assertThat(Network.parse(network).orElseThrow().contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "10.1.0.0/33", "10.1", "example.org/8", "fd00::/129", "1.2.3.999"})
    void what_is_no_network_is_refused(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }
}
