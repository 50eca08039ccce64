package io.whetstone.widget.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://shop.example,       https://shop.example",
        "HTTPS://Shop.Example,       https://shop.example",
        "https://shop.example:443,   https://shop.example",
        "http://shop.example:80,     http://shop.example",
        "https://shop.example:8443,  https://shop.example:8443",
        "http://shop.example:443,    http://shop.example:443",
        "http://[::1]:3000,          http://[::1]:3000",
    })
    void an_origin_is_spelled_as_browsers_do(String text, String origin) {
        assertThat(WebOrigin.parse(text)).hasValue(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "shop.example",
                "https://",
                "https://*.example",
                "https://shop.example/",
                "https://shop.example/chat",
                "https://shop.example?a=b",
                "https://shop.example#a",
                "https://a@shop.example",
                "ftp://shop.example",
                "https://shop .example"
            })
    void anything_else_is_none(String text) {
        assertThat(WebOrigin.parse(text)).isEmpty();
    }
}
