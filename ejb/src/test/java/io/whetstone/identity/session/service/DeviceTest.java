package io.whetstone.identity.session.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0 | Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0 | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 Version/17.4 Safari/605.1 | Safari on macOS",
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 | Chrome on Android",
                "curl/8.5.0 | curl",
                "whetstone token | whetstone token"
            })
    void a_device_is_named_as_people_name_it(String agent, String name) {
        assertThat(Device.name(agent)).isEqualTo(name);
    }

    @Test
    void nothing_is_an_unknown_device() {
        assertThat(Device.name("")).isEqualTo("Unknown device");
    }
}
