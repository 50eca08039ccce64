package io.whetstone.conversation.web;

import io.whetstone.access.web.Access;
import io.whetstone.conversation.service.BeginConversation;
import io.whetstone.conversation.service.ConversationService;
import io.whetstone.conversation.service.ConversationView;
import io.whetstone.conversation.service.MessageView;
import io.whetstone.conversation.service.RenameConversation;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.Idempotent;
import io.whetstone.kernel.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
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

/** {@code /api/conversations}: the caller's conversations, and single ones that others share. */
@Path("conversations")
@Tag(name = "Conversations")
@ApplicationScoped
@Access(Scope.PRODUCTION)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ConversationsResource {
    private static final String ID = "{conversationId: [0-9a-fA-F-]{36}}";

    @Inject
    ConversationService conversations;

    @Inject
    CurrentWorkspace workspace;

    @Context
    UriInfo uri;

    /** The caller's own, those last spoken in first; or those that were archived. */
    @GET
    public Page<ConversationView> list(
            @QueryParam("search") @DefaultValue("") String search,
            @QueryParam("archived") @DefaultValue("false") boolean archived,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return conversations.list(workspace.id(), search, archived, Cursor.parse(cursor), Page.limit(limit));
    }

    @POST
    @Idempotent
    @APIResponseSchema(value = ConversationView.class, responseCode = "201")
    public Response create(@NotNull @Valid BeginConversation request) {
        var made = conversations.create(workspace.id(), request);
        var location = uri.getAbsolutePathBuilder().path(made.id().toString()).build();
        return Response.created(location).entity(made).build();
    }

    @GET
    @Path(ID)
    public ConversationView get(@PathParam("conversationId") UUID conversationId) {
        return conversations.get(workspace.id(), conversationId);
    }

    @PATCH
    @Path(ID)
    public ConversationView rename(
            @PathParam("conversationId") UUID conversationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RenameConversation request) {
        return conversations.rename(workspace.id(), conversationId, IfMatch.version(ifMatch), request);
    }

    @POST
    @Path(ID + "/archive")
    public ConversationView archive(@PathParam("conversationId") UUID conversationId) {
        return conversations.archive(workspace.id(), conversationId);
    }

    @POST
    @Path(ID + "/restore")
    public ConversationView restore(@PathParam("conversationId") UUID conversationId) {
        return conversations.restore(workspace.id(), conversationId);
    }

    @DELETE
    @Path(ID)
    public void delete(@PathParam("conversationId") UUID conversationId) {
        conversations.delete(workspace.id(), conversationId);
    }

    /** Every branch in the order in which it grew, after a number; with {@code leaf}, the one that ends there. */
    @GET
    @Path(ID + "/messages")
    public Page<MessageView> messages(
            @PathParam("conversationId") UUID conversationId,
            @QueryParam("leaf") @Nullable UUID leaf,
            @QueryParam("after") @DefaultValue("0") int after,
            @QueryParam("limit") @Nullable Integer limit) {
        return conversations.messages(workspace.id(), conversationId, leaf, after, Page.limit(limit));
    }
}
