package io.whetstone.sso.service.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.sso.service.SsoFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributedGroupsTest {
    static final String NAME = "groups";

    final DistributedGroups groups = new DistributedGroups();
    final Peer peer = new Peer();

    @BeforeEach
    void connect() {
        groups.http = peer;
    }

    @Test
    void they_are_elsewhere_only_when_the_token_says_so() {
        assertThat(DistributedGroups.areElsewhere(new Claims(Map.of()), NAME)).isFalse();
        assertThat(DistributedGroups.areElsewhere(new Claims(Map.of("hasgroups", true)), NAME))
                .isTrue();
        assertThat(DistributedGroups.areElsewhere(from("https://a.example/g"), NAME))
                .isTrue();
        assertThat(DistributedGroups.areElsewhere(
                        from("https://a.example/g").or(new Claims(Map.of(NAME, List.of("here")))), NAME))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://graph.windows.net/tenant/users/7/getMemberObjects,"
                + " https://graph.microsoft.com/v1.0/users/7/getMemberObjects",
        "https://graph.microsoft.com/v1.0/users/7/getMemberObjects,"
                + " https://graph.microsoft.com/v1.0/users/7/getMemberObjects",
        "https://windows.net.example/tenant/users/7, https://windows.net.example/tenant/users/7"
    })
    void the_closed_api_is_asked_at_its_successor(URI named, URI asked) {
        assertThat(DistributedGroups.current(named)).isEqualTo(asked);
    }

    @Test
    void graph_is_asked_with_the_token_of_the_sign_in() {
        peer.answers = "{\"value\": [\"a\", \"b\"]}";

        assertThat(groups.read(from("https://graph.windows.net/t/users/7/getMemberObjects"), NAME, "token"))
                .containsExactly("a", "b");
        assertThat(peer.asked)
                .containsExactly("POST https://graph.microsoft.com/v1.0/users/7/getMemberObjects Bearer token"
                        + " {\"securityEnabledOnly\":false}");
    }

    @Test
    void another_source_is_asked_as_the_standard_says_with_its_own_token() {
        peer.answers = "{\"groups\": [\"a\"]}";
        var source = Map.of("endpoint", "https://a.example/groups", "access_token", "its own");

        assertThat(groups.read(from(source), NAME, "token")).containsExactly("a");
        assertThat(peer.asked).containsExactly("GET https://a.example/groups Bearer its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"value\": \"a\"}", "{\"value\": [\"a\"], \"@odata.nextLink\": \"https://a\"}"})
    void an_answer_without_all_of_them_is_none(String answer) {
        peer.answers = answer;

        assertThatThrownBy(() -> groups.read(from("https://a.example/g"), NAME, "token"))
                .isInstanceOf(SsoFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example/g", "file:///etc/passwd", "https://", "not an address", "mailto:a@b"})
    void the_token_is_sent_nowhere_unsafe(String endpoint) {
        assertThatThrownBy(() -> groups.read(from(endpoint), NAME, "token")).isInstanceOf(SsoFailure.class);
        assertThat(peer.asked).isEmpty();
    }

    @Test
    void a_token_that_names_no_source_is_told() {
        assertThatThrownBy(() -> groups.read(new Claims(Map.of("hasgroups", true)), NAME, "token"))
                .isInstanceOf(SsoFailure.class);
    }

    private static Claims from(String endpoint) {
        return from(Map.of("endpoint", endpoint));
    }

    private static Claims from(Map<String, String> source) {
        return new Claims(Map.of("_claim_names", Map.of(NAME, "src1"), "_claim_sources", Map.of("src1", source)));
    }

    /** Notes what it is asked, and answers all the same. */
    static class Peer extends OidcHttp {
        final List<String> asked = new ArrayList<>();
        String answers = "{}";

        @Override
        Answer get(URI address, Map<String, String> headers) {
            return note("GET %s %s".formatted(address, headers.get("Authorization")));
        }

        @Override
        Answer post(URI address, Map<String, String> headers, JsonNode body) {
            return note("POST %s %s %s".formatted(address, new HashMap<>(headers).get("Authorization"), body));
        }

        private Answer note(String request) {
            asked.add(request);
            try {
                return new Answer(200, new ObjectMapper().readTree(answers));
            } catch (JsonProcessingException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        }
    }
}
