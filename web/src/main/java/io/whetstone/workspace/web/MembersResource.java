package io.whetstone.workspace.web;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.access.web.Access;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.workspace.service.MemberView;
import io.whetstone.workspace.service.WorkspaceMemberService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /api/workspaces/{workspaceId}/members}: who is in a workspace. */
@Path("workspaces/{workspaceId}/members")
@Tag(name = "Workspaces")
@ApplicationScoped
@Access(value = Scope.ALL, kinds = PrincipalKind.USER)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MembersResource {
    /** What a member shall be. */
    public record ChangeRole(@NotNull WorkspaceRole role) {}

    /** Who shall be the owner. */
    public record Transfer(@NotNull UUID userId) {}

    @Inject
    WorkspaceMemberService members;

    @GET
    public Page<MemberView> list(@PathParam("workspaceId") UUID workspaceId) {
        return new Page<>(members.list(workspaceId), null);
    }

    @PATCH
    @Path("{userId}")
    public MemberView changeRole(
            @PathParam("workspaceId") UUID workspaceId,
            @PathParam("userId") UUID userId,
            @NotNull @Valid ChangeRole request) {
        return members.changeRole(workspaceId, userId, request.role());
    }

    /** Lets somebody go; one's own id leaves. */
    @DELETE
    @Path("{userId}")
    public void remove(@PathParam("workspaceId") UUID workspaceId, @PathParam("userId") UUID userId) {
        members.remove(workspaceId, userId);
    }

    @POST
    @Path("transfer")
    public Page<MemberView> transfer(@PathParam("workspaceId") UUID workspaceId, @NotNull @Valid Transfer request) {
        return new Page<>(members.transfer(workspaceId, request.userId()), null);
    }
}
