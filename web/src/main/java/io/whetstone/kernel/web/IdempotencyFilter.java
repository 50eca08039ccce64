package io.whetstone.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.IdempotencyRepository.Stored;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.Sha256;
import io.whetstone.kernel.service.IdempotencyService;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Gives a repeated request the answer of the first one. Failed requests keep no key: they changed nothing. */
@Provider
@Idempotent
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String KEY = IdempotencyFilter.class.getName();
    private static final int LARGEST_BODY = 1 << 20;

    @Inject
    IdempotencyService service;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    ObjectMapper json;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        var key = request.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        IdempotencyKey.require(key);
        var body = request.getEntityStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ProblemException(ProblemType.TOO_LARGE, "The body may have at most 1 MiB");
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        var stored = service.begin(workspace.id(), key, fingerprint(request, body));
        stored.ifPresentOrElse(answer -> request.abortWith(replay(answer)), () -> request.setProperty(KEY, key));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        var key = (@Nullable String) request.getProperty(KEY);
        if (key == null) {
            return;
        }
        if (response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
            service.release(workspace.id(), key);
        } else {
            var location = response.getLocation() == null
                    ? null
                    : response.getLocation().toString();
            service.answer(workspace.id(), key, new Stored("", response.getStatus(), location, body(response)));
        }
    }

    private @Nullable String body(ContainerResponseContext response) throws JsonProcessingException {
        return response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null;
    }

    private static Response replay(Stored answer) {
        var response = Response.status(java.util.Objects.requireNonNull(answer.status()))
                .header("Idempotent-Replayed", "true")
                .header(HttpHeaders.LOCATION, answer.location());
        return answer.body() == null
                ? response.build()
                : response.entity(answer.body())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private static String fingerprint(ContainerRequestContext request, byte[] body) {
        var digest = Sha256.digest();
        digest.update((request.getMethod() + " " + request.getUriInfo().getPath() + "\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body));
    }
}
