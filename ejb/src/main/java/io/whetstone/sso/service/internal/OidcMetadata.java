package io.whetstone.sso.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an issuer says of itself (OpenID Connect Discovery 1.0, section 3), as far as it is used. */
record OidcMetadata(JsonNode document) {
    URI authorizationEndpoint() {
        return required("authorization_endpoint");
    }

    URI tokenEndpoint() {
        return required("token_endpoint");
    }

    URI keys() {
        return required("jwks_uri");
    }

    Optional<URI> userinfoEndpoint() {
        return address("userinfo_endpoint");
    }

    Optional<URI> endSessionEndpoint() {
        return address("end_session_endpoint");
    }

    /** Whether every answer of the authorization endpoint names the issuer (RFC 9207). */
    boolean namesIssuerInAnswers() {
        return document.path("authorization_response_iss_parameter_supported").asBoolean();
    }

    /** The kinds of sign-in that it says it can be asked for. */
    Set<String> acrValues() {
        return StreamSupport.stream(document.path("acr_values_supported").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** Whether a list of the document has a value; true as well when the issuer leaves the list out. */
    boolean supports(String list, String value) {
        var values = document.path(list);
        return values.isMissingNode()
                || StreamSupport.stream(values.spliterator(), false)
                        .anyMatch(one -> one.asText().equals(value));
    }

    private URI required(String name) {
        return address(name).orElseThrow(() -> new UpstreamException("The discovery document names no " + name));
    }

    private Optional<URI> address(String name) {
        var text = document.path(name).asText();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(safe(name, URI.create(text)));
        } catch (IllegalArgumentException malformed) {
            throw new UpstreamException("The discovery document has a malformed " + name, malformed);
        }
    }

    private static URI safe(String name, URI address) {
        if (!ProviderRulesCheck.isSafe(address)) {
            throw new UpstreamException("The discovery document has a %s that is not https".formatted(name));
        }
        return address;
    }
}
