package io.whetstone.sso.service.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.OutboundBody;
import io.whetstone.outbound.service.OutboundClient;
import io.whetstone.outbound.service.OutboundLimits;
import io.whetstone.outbound.service.OutboundRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the JSON of an issuer's endpoints, through the one client that leaves this machine. */
@ApplicationScoped
public class OidcHttp {
    private static final long LARGEST = 1 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    OutboundClient outbound;

    @Inject
    ObjectMapper json;

    /** What an endpoint answered: errors of OAuth are JSON as well. */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status == 200;
        }

        String error() {
            return "%d %s %s"
                    .formatted(
                            status,
                            body.path("error").asText("-"),
                            body.path("error_description").asText("-"));
        }
    }

    Answer get(URI address, Map<String, String> headers) {
        return send(OutboundRequest.get(address, limits()), headers);
    }

    /** Sends a form; a redirect is not followed, since it would carry a secret elsewhere. */
    Answer post(URI address, Map<String, String> headers, Map<String, String> form) {
        var body = OutboundBody.of(
                "application/x-www-form-urlencoded", encode(form).getBytes(StandardCharsets.UTF_8));
        return send(OutboundRequest.post(address, body, limits().withRedirects(0)), headers);
    }

    Answer post(URI address, Map<String, String> headers, JsonNode body) {
        var content = OutboundBody.of("application/json", body.toString().getBytes(StandardCharsets.UTF_8));
        return send(OutboundRequest.post(address, content, limits().withRedirects(0)), headers);
    }

    /** An object as plain maps, lists and texts. */
    Map<String, Object> plain(JsonNode object) {
        return json.convertValue(object, new TypeReference<>() {});
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private OutboundLimits limits() {
        return outbound.limits().withMaxBytes(LARGEST).withTotal(LONGEST);
    }

    private Answer send(OutboundRequest request, Map<String, String> headers) {
        var whole = request.with("Accept", "application/json");
        for (var header : headers.entrySet()) {
            whole = whole.with(header.getKey(), header.getValue());
        }
        try (var answer = outbound.send(whole)) {
            return new Answer(answer.status(), parse(answer.uri(), answer.body().readAllBytes()));
        } catch (IOException failure) {
            throw new UpstreamException("%s cannot be asked: %s".formatted(request.uri(), said(failure)), failure);
        } catch (ProblemException refused) {
            throw new UpstreamException(
                    "%s may not be asked: %s".formatted(request.uri(), refused.getMessage()), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamException("The server is stopping", interrupted);
        }
    }

    private JsonNode parse(URI address, byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new UpstreamException("%s cannot be read".formatted(address), impossible);
        }
    }

    private static String said(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
