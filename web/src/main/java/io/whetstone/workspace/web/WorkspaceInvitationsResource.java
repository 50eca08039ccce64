package io.whetstone.workspace.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.workspace.service.InvitationView;
import io.whetstone.workspace.service.InvitePerson;
import io.whetstone.workspace.service.WorkspaceInvitationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/workspaces/{workspaceId}/invitations}: who was asked to join a workspace. */
@Path("workspaces/{workspaceId}/invitations")
@Tag(name = "Workspaces")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WorkspaceInvitationsResource {
    @Inject
    WorkspaceInvitationService invitations;

    @GET
    public Page<InvitationView> list(@PathParam("workspaceId") UUID workspaceId) {
        return new Page<>(invitations.list(workspaceId), null);
    }

    @POST
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    public Response invite(@PathParam("workspaceId") UUID workspaceId, @NotNull @Valid InvitePerson request) {
        return Response.status(Response.Status.CREATED)
                .entity(invitations.invite(workspaceId, request))
                .build();
    }

    @DELETE
    @Path("{invitationId}")
    public void revoke(@PathParam("workspaceId") UUID workspaceId, @PathParam("invitationId") UUID invitationId) {
        invitations.revoke(workspaceId, invitationId);
    }
}
