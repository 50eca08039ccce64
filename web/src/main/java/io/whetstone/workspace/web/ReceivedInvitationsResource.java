package io.whetstone.workspace.web;

import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.workspace.service.InvitationView;
import io.whetstone.workspace.service.ReceivedInvitationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/invitations}: what the caller was asked to join. */
@Path("invitations")
@Tag(name = "Workspaces")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Produces(MediaType.APPLICATION_JSON)
public class ReceivedInvitationsResource {
    @Inject
    ReceivedInvitationService invitations;

    @GET
    public Page<InvitationView> mine() {
        return new Page<>(invitations.mine(), null);
    }

    @POST
    @Path("{invitationId}/accept")
    public InvitationView accept(@PathParam("invitationId") UUID invitationId) {
        return invitations.accept(invitationId);
    }

    @POST
    @Path("{invitationId}/decline")
    public InvitationView decline(@PathParam("invitationId") UUID invitationId) {
        return invitations.decline(invitationId);
    }
}
