package io.whetstone.sharing.web;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.kernel.web.QueryEnum;
import io.whetstone.sharing.service.ChangeShare;
import io.whetstone.sharing.service.ShareObject;
import io.whetstone.sharing.service.ShareView;
import io.whetstone.sharing.service.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/shares}: with whom objects are shared, and what others have shared with the caller. */
@Path("shares")
@Tag(name = "Sharing")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SharesResource {
    @Inject
    SharingService sharing;

    @Inject
    CurrentWorkspace workspace;

    /** The shares of one object of the workspace. */
    @GET
    public Page<ShareView> list(
            @QueryParam("resourceType") @Nullable String type, @QueryParam("resourceId") @Nullable UUID id) {
        var wanted = QueryEnum.parse(Shareable.class, "resourceType", type);
        if (wanted == null || id == null) {
            throw ProblemException.invalid("/resourceType", "must be given, with resourceId");
        }
        return new Page<>(sharing.of(workspace.id(), wanted, id), null);
    }

    @GET
    @Path("received")
    public Page<ShareView> received() {
        return new Page<>(sharing.received(), null);
    }

    @POST
    @APIResponseSchema(value = ShareView.class, responseCode = "201")
    public Response share(@NotNull @Valid ShareObject request) {
        return Response.status(Response.Status.CREATED)
                .entity(sharing.share(workspace.id(), request))
                .build();
    }

    @PATCH
    @Path("{shareId}")
    public ShareView change(
            @PathParam("shareId") UUID shareId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeShare request) {
        return sharing.change(workspace.id(), shareId, IfMatch.version(ifMatch), request);
    }

    @DELETE
    @Path("{shareId}")
    public void remove(@PathParam("shareId") UUID shareId) {
        sharing.remove(workspace.id(), shareId);
    }
}
