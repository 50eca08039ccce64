package io.whetstone.outbound.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, this network",
        "0.1.2.3, this network",
        "10.1.2.3, private network",
        "100.64.0.1, carrier-grade NAT",
        "100.127.255.255, carrier-grade NAT",
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "169.254.1.1, link-local",
        "172.16.0.1, private network",
        "172.31.255.255, private network",
        "192.0.0.1, protocol assignments",
        "192.0.2.1, documentation",
        "192.88.99.1, 6to4 relay",
        "192.168.1.1, private network",
        "198.18.0.1, benchmarking",
        "198.51.100.1, documentation",
        "203.0.113.1, documentation",
        "224.0.0.1, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, broadcast",
        "::, unspecified",
        "::1, loopback",
        "fc00::1, unique local",
        "fdff::1, unique local",
        "fe80::1, link-local",
        "fec0::1, site-local",
        "ff02::1, multicast",
        "2001:db8::1, documentation",
        "3fff::1, documentation",
        "100::1, discard-only",
        "64:ff9b:1::1, local NAT64",
        "::ffff:10.0.0.1, private network",
        "::127.0.0.1, IPv4-compatible to loopback",
        "64:ff9b::127.0.0.1, NAT64 to loopback",
        "64:ff9b::10.0.0.1, NAT64 to private network",
        "2002:7f00:1::1, 6to4 to loopback",
        "2002:c0a8:101::, 6to4 to private network",
        "2001:0:a00:1::8.8.8.8, Teredo to private network",
        "2001:0:808:808::80ff:fffe, Teredo to loopback",
        "2001:10::1, protocol assignments",
        "4000::1, reserved",
        "5f00::1, reserved"
    })
    void are_not_of_the_internet(String address, String kind) throws Exception {
        assertThat(AddressRanges.special(InetAddress.getByName(address))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1"
            })
    void are_of_the_internet(String address) throws Exception {
        assertThat(AddressRanges.special(InetAddress.getByName(address))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "169.254.169.254, true",
        "168.63.129.16, true",
        "100.100.100.200, true",
        "fd00:ec2::254, true",
        "64:ff9b::169.254.169.254, true",
        "2002:a9fe:a9fe::1, true",
        "::ffff:169.254.169.254, true",
        "169.254.169.253, false",
        "8.8.8.8, false"
    })
    void tell_metadata_services(String address, boolean metadata) throws Exception {
        assertThat(AddressRanges.isMetadata(InetAddress.getByName(address))).isEqualTo(metadata);
    }
}
