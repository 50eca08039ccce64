package io.whetstone.secret.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.kernel.web.QueryEnum;
import io.whetstone.secret.service.CreateSecret;
import io.whetstone.secret.service.DataKeyService;
import io.whetstone.secret.service.OwnerKind;
import io.whetstone.secret.service.Providers;
import io.whetstone.secret.service.ReplaceSecret;
import io.whetstone.secret.service.SecretService;
import io.whetstone.secret.service.SecretView;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/secrets}: the caller's own credentials of outside services, and those of the workspace. */
@Path("secrets")
@Tag(name = "Secrets")
@ApplicationScoped
@Access(Scope.ALL)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecretsResource {
    private static final String ID = "{secretId: [0-9a-fA-F-]{36}}";

    @Inject
    SecretService secrets;

    @Inject
    DataKeyService dataKeys;

    @Inject
    CurrentWorkspace workspace;

    @Context
    UriInfo uri;

    /** A rotation that was started. */
    public record RotationView(UUID taskId) {}

    /** The caller's own and those of the workspace; {@code owner} takes one of the two. */
    @GET
    public Page<SecretView> list(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        var kind = QueryEnum.parse(OwnerKind.class, "owner", owner);
        return secrets.list(workspace.id(), kind, Cursor.parse(cursor), Page.limit(limit));
    }

    /** Names of well-known providers; any other name may be used as well. */
    @GET
    @Path("providers")
    public List<String> providers() {
        return Providers.KNOWN;
    }

    @POST
    @APIResponseSchema(value = SecretView.class, responseCode = "201")
    public Response create(@NotNull @Valid CreateSecret request) {
        var made = secrets.create(workspace.id(), request);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.id().toString()).build())
                .entity(made)
                .build();
    }

    @GET
    @Path(ID)
    public SecretView get(@PathParam("secretId") UUID secretId) {
        return secrets.get(workspace.id(), secretId);
    }

    @PUT
    @Path(ID)
    public SecretView replace(
            @PathParam("secretId") UUID secretId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReplaceSecret request) {
        return secrets.replace(workspace.id(), secretId, IfMatch.version(ifMatch), request);
    }

    @DELETE
    @Path(ID)
    public void delete(
            @PathParam("secretId") UUID secretId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        secrets.delete(workspace.id(), secretId, IfMatch.version(ifMatch));
    }

    /** Seals all secrets of the workspace with a new data key, as a task. */
    @POST
    @Path("data-key/rotations")
    @APIResponseSchema(value = RotationView.class, responseCode = "202")
    public Response rotate() {
        return Response.accepted(new RotationView(dataKeys.rotate(workspace.id())))
                .build();
    }
}
