package io.whetstone.sso.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.sso.service.CheckProvider;
import io.whetstone.sso.service.CheckView;
import io.whetstone.sso.service.IdentityProviderService;
import io.whetstone.sso.service.ProviderCheckService;
import io.whetstone.sso.service.ProviderView;
import io.whetstone.sso.service.SaveProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/identity-providers}: who else may say who somebody is, for administrators. */
@Path("admin/identity-providers")
@Tag(name = "Identity providers")
@ApplicationScoped
@Access(Scope.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class IdentityProvidersResource {
    /** What has to be registered at an issuer. */
    public record Registration(URI redirectUri, URI postLogoutRedirectUri, URI backchannelLogoutUri) {}

    @Inject
    IdentityProviderService providers;

    @Inject
    ProviderCheckService checks;

    @Inject
    PublicAddress address;

    @Context
    UriInfo uri;

    @GET
    public Page<ProviderView> list() {
        return providers.list();
    }

    @POST
    @APIResponseSchema(value = ProviderView.class, responseCode = "201")
    public Response create(@NotNull @Valid SaveProvider request) {
        var provider = providers.create(request);
        var location =
                uri.getAbsolutePathBuilder().path(provider.id().toString()).build();
        return Response.created(location).entity(provider).build();
    }

    @GET
    @Path("{providerId}")
    public ProviderView get(@PathParam("providerId") UUID providerId) {
        return providers.get(providerId);
    }

    @PUT
    @Path("{providerId}")
    public ProviderView change(
            @PathParam("providerId") UUID providerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SaveProvider request) {
        return providers.change(providerId, IfMatch.version(ifMatch), request);
    }

    @DELETE
    @Path("{providerId}")
    public void delete(
            @PathParam("providerId") UUID providerId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        providers.delete(providerId, IfMatch.version(ifMatch));
    }

    /** The addresses of this installation that an issuer has to know. */
    @GET
    @Path("{providerId}/registration")
    public Registration registration(@PathParam("providerId") UUID providerId) {
        var provider = providers.get(providerId).id();
        return new Registration(
                address.callback(provider),
                address.of("/sign-in"),
                address.of("/api/auth/sso/" + provider + "/backchannel-logout"));
    }

    /** Tries settings out before they are kept. */
    @POST
    @Path("check")
    public CheckView check(@NotNull @Valid CheckProvider request) {
        var provider = Objects.requireNonNullElseGet(request.providerId(), UUID::randomUUID);
        return checks.check(request, address.callback(provider));
    }
}
