package io.whetstone.apikey.web;

import io.whetstone.access.web.Access;
import io.whetstone.apikey.entity.ApiKeyKind;
import io.whetstone.apikey.service.ApiKeyService;
import io.whetstone.apikey.service.ApiKeyView;
import io.whetstone.apikey.service.KeyRequestView;
import io.whetstone.apikey.service.KeySettings;
import io.whetstone.apikey.service.KeyUsageService;
import io.whetstone.apikey.service.NewKeyView;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.kernel.web.QueryEnum;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/user/api-keys}: the keys of the caller in a workspace. A key cannot make or change keys. */
@Path("user/api-keys")
@Tag(name = "API keys")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
    /** For how long the former secret goes on; an hour when left out. */
    public record Rotation(@Nullable @Min(0) @Max(2_592_000) Integer overlapSeconds) {
        Duration overlap() {
            return overlapSeconds == null ? Duration.ofHours(1) : Duration.ofSeconds(overlapSeconds);
        }
    }

    @Inject
    ApiKeyService keys;

    @Inject
    KeyUsageService usage;

    @Inject
    CurrentWorkspace workspace;

    @Context
    UriInfo uri;

    @GET
    public Page<ApiKeyView> list(
            @QueryParam("everybodys") boolean everybodys,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return keys.list(workspace.id(), everybodys, Cursor.parse(cursor), Page.limit(limit));
    }

    @POST
    @APIResponseSchema(value = NewKeyView.class, responseCode = "201")
    public Response create(@QueryParam("kind") @Nullable String kind, @NotNull @Valid KeySettings request) {
        var wanted = QueryEnum.parse(ApiKeyKind.class, "kind", kind);
        var made = keys.create(workspace.id(), Objects.requireNonNullElse(wanted, ApiKeyKind.API_KEY), request);
        var location =
                uri.getAbsolutePathBuilder().path(made.apiKey().id().toString()).build();
        return Response.created(location).entity(made).build();
    }

    @PUT
    @Path("{keyId}")
    public ApiKeyView change(
            @PathParam("keyId") UUID keyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid KeySettings request) {
        return keys.change(workspace.id(), keyId, IfMatch.version(ifMatch), request);
    }

    @POST
    @Path("{keyId}/rotate")
    public NewKeyView rotate(@PathParam("keyId") UUID keyId, @NotNull @Valid Rotation request) {
        return keys.rotate(workspace.id(), keyId, request.overlap());
    }

    @DELETE
    @Path("{keyId}")
    public ApiKeyView revoke(@PathParam("keyId") UUID keyId) {
        return keys.revoke(workspace.id(), keyId);
    }

    @GET
    @Path("{keyId}/usage")
    public Page<KeyRequestView> usage(
            @PathParam("keyId") UUID keyId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return usage.requests(workspace.id(), keyId, Cursor.parse(cursor), Page.limit(limit));
    }
}
