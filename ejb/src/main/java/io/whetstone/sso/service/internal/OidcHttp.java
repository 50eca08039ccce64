package io.whetstone.sso.service.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.whetstone.kernel.ProblemException;
import io.whetstone.outbound.service.OutboundClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the JSON of an issuer's endpoints, through the one client that leaves this machine. */
@ApplicationScoped
public class OidcHttp {
    private static final int LARGEST = 1 << 20;

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

    private interface Request {
        HttpResponse<InputStream> send() throws IOException, InterruptedException;
    }

    Answer get(URI address, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Accept", "application/json");
        return send(address, () -> outbound.get(address, all));
    }

    Answer post(URI address, Map<String, String> headers, Map<String, String> form) {
        var all = new HashMap<>(headers);
        all.put("Accept", "application/json");
        all.put("Content-Type", "application/x-www-form-urlencoded");
        var body = encode(form).getBytes(StandardCharsets.UTF_8);
        return send(address, () -> outbound.post(address, all, body));
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

    private Answer send(URI address, Request request) {
        try {
            var answer = request.send();
            try (var body = answer.body()) {
                return new Answer(answer.statusCode(), parse(address, body.readNBytes(LARGEST + 1)));
            }
        } catch (IOException failure) {
            throw new UpstreamException("%s cannot be reached: %s".formatted(address, said(failure)), failure);
        } catch (ProblemException refused) {
            throw new UpstreamException("%s may not be asked: %s".formatted(address, refused.getMessage()), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UpstreamException("The server is stopping", interrupted);
        }
    }

    private JsonNode parse(URI address, byte[] body) {
        if (body.length > LARGEST) {
            throw new UpstreamException("%s answered more than 1 MiB".formatted(address));
        }
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
