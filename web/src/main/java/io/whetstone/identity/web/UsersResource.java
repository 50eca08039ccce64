package io.whetstone.identity.web;

import io.whetstone.access.web.Access;
import io.whetstone.identity.link.service.HandedLinkView;
import io.whetstone.identity.link.service.InvitationService;
import io.whetstone.identity.link.service.InviteUser;
import io.whetstone.identity.service.ChangeUser;
import io.whetstone.identity.service.CreateUser;
import io.whetstone.identity.service.NewAccountView;
import io.whetstone.identity.service.OneTimePasswords;
import io.whetstone.identity.service.UserDetailView;
import io.whetstone.identity.service.UserSecurityService;
import io.whetstone.identity.service.UserService;
import io.whetstone.identity.service.UserView;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/users}: the accounts, for administrators. */
@Path("users")
@Tag(name = "Users")
@ApplicationScoped
@Access(Scope.ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {
    @Inject
    UserService users;

    @Inject
    InvitationService invitations;

    @Inject
    UserSecurityService security;

    @Inject
    OneTimePasswords passwords;

    @Context
    UriInfo uri;

    @GET
    public Page<UserView> list(
            @QueryParam("q") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return text == null || text.isBlank()
                ? users.list(Cursor.parse(cursor), Page.limit(limit))
                : users.search(text.strip(), Page.limit(limit));
    }

    @POST
    @APIResponseSchema(value = NewAccountView.class, responseCode = "201")
    public Response create(@NotNull @Valid CreateUser request) {
        var oneTime = passwords.next();
        var user = users.create(request, oneTime.hash());
        var location = uri.getAbsolutePathBuilder().path(user.id().toString()).build();
        return Response.created(location)
                .entity(new NewAccountView(user, oneTime.password(), oneTime.until()))
                .build();
    }

    /** An account whose person chooses the password, by a link. */
    @POST
    @Path("invitations")
    @APIResponseSchema(value = HandedLinkView.class, responseCode = "201")
    public Response invite(@NotNull @Valid InviteUser request) {
        var invited = invitations.invite(request);
        var location = uri.getBaseUriBuilder()
                .path(UsersResource.class)
                .path(invited.user().id().toString())
                .build();
        return Response.created(location).entity(invited).build();
    }

    @PATCH
    @Path("{userId}")
    public UserView change(
            @PathParam("userId") UUID userId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangeUser request) {
        return users.change(userId, IfMatch.version(ifMatch), request);
    }

    @POST
    @Path("{userId}/reset-password")
    public NewAccountView resetPassword(@PathParam("userId") UUID userId) {
        var oneTime = passwords.next();
        return new NewAccountView(users.resetPassword(userId, oneTime.hash()), oneTime.password(), oneTime.until());
    }

    @GET
    @Path("{userId}")
    public UserDetailView detail(@PathParam("userId") UUID userId) {
        return security.detail(userId);
    }

    /** A new link to an account that waits for its person. */
    @POST
    @Path("{userId}/invitation")
    public HandedLinkView inviteAgain(@PathParam("userId") UUID userId) {
        return invitations.inviteAgain(userId);
    }

    /** A link with which the person chooses a new password. */
    @POST
    @Path("{userId}/reset-link")
    public HandedLinkView resetLink(@PathParam("userId") UUID userId) {
        return invitations.resetLink(userId);
    }

    @POST
    @Path("{userId}/reset-second-factor")
    public void resetSecondFactor(@PathParam("userId") UUID userId) {
        security.resetSecondFactor(userId);
    }

    @POST
    @Path("{userId}/unlock")
    public void unlock(@PathParam("userId") UUID userId) {
        security.unlock(userId);
    }

    @POST
    @Path("{userId}/end-sessions")
    public SessionsResource.Ended endSessions(@PathParam("userId") UUID userId) {
        return new SessionsResource.Ended(security.endSessions(userId));
    }
}
