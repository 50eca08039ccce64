package io.whetstone.sso.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.sso.service.SsoFailure;
import io.whetstone.sso.service.SsoReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Groups that an issuer does not put into a token because they are too many: it names a source that has them
 * (OpenID Connect Core 1.0, section 5.6.2). Microsoft's is a method of Graph, asked with the access token of the
 * sign-in. A part of the groups counts as none: rules could be decided wrongly by it.
 */
@ApplicationScoped
public class DistributedGroups {
    private static final String MEMBER_OBJECTS = "/getMemberObjects";

    /** Microsoft still names the API that came before Graph, and closed it: the path after the tenant is the same. */
    private static final String CLOSED_HOST = "graph.windows.net";

    private static final String GRAPH = "https://graph.microsoft.com/v1.0";

    @Inject
    OidcHttp http;

    /** Whether the groups are elsewhere. Tokens of Microsoft's implicit flow say no more than that there are any. */
    static boolean areElsewhere(Claims claims, String name) {
        return claims.texts(name).isEmpty()
                && (source(claims, name).isPresent()
                        || claims.truth("hasgroups").orElse(false));
    }

    List<String> read(Claims claims, String name, String accessToken) {
        var source = source(claims, name).orElseThrow(() -> unreadable("the token says that there are any, not where"));
        var endpoint = endpoint(source);
        var token = source.get("access_token") instanceof String own ? own : accessToken;
        var headers = Map.of("Authorization", "Bearer " + token);
        var answer = endpoint.getPath().endsWith(MEMBER_OBJECTS)
                ? http.post(
                        endpoint, headers, JsonNodeFactory.instance.objectNode().put("securityEnabledOnly", false))
                : http.get(endpoint, headers);
        if (!answer.ok()) {
            throw unreadable("%s answered %s".formatted(endpoint.getHost(), answer.error()));
        }
        return groups(answer.body(), name);
    }

    private static List<String> groups(JsonNode answer, String name) {
        var list = answer.has("value") ? answer.path("value") : answer.path(name);
        if (!list.isArray()) {
            throw unreadable("the answer has no list of them");
        }
        if (answer.has("@odata.nextLink")) {
            throw unreadable("the answer has a part of them only");
        }
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<Map<?, ?>> source(Claims claims, String name) {
        return claims.all().get("_claim_names") instanceof Map<?, ?> names
                        && claims.all().get("_claim_sources") instanceof Map<?, ?> sources
                        && names.get(name) instanceof String key
                        && sources.get(key) instanceof Map<?, ?> source
                ? Optional.of(source)
                : Optional.empty();
    }

    private static URI endpoint(Map<?, ?> source) {
        try {
            var address = current(URI.create(String.valueOf(source.get("endpoint"))));
            if (ProviderRulesCheck.isSafe(address) && address.getPath() != null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw unreadable("the token names a malformed endpoint");
        }
        throw unreadable("the token names an endpoint that is not https");
    }

    static URI current(URI named) {
        if (!CLOSED_HOST.equals(named.getHost())) {
            return named;
        }
        return URI.create(GRAPH + named.getRawPath().replaceFirst("^/[^/]+", ""));
    }

    private static SsoFailure unreadable(String why) {
        return new SsoFailure(SsoReason.GROUPS_UNREADABLE, "groups: " + why);
    }
}
