package io.whetstone.signing.web;

import io.whetstone.access.web.Open;
import io.whetstone.signing.service.SigningKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /.well-known}: the public keys that verify our access tokens (RFC 7517), for any other service. */
@Path(".well-known")
@Tag(name = "Sign-in")
@ApplicationScoped
@Open
public class WellKnownResource {
    private static final int SECONDS = 300;

    @Inject
    SigningKeys keys;

    @GET
    @Path("jwks.json")
    @Produces("application/jwk-set+json")
    public Response keys() {
        var cache = new CacheControl();
        cache.setMaxAge(SECONDS);
        return Response.ok(keys.published()).cacheControl(cache).build();
    }
}
