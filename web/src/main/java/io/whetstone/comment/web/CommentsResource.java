package io.whetstone.comment.web;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.web.Access;
import io.whetstone.comment.entity.Emoji;
import io.whetstone.comment.service.CommentService;
import io.whetstone.comment.service.CommentView;
import io.whetstone.comment.service.EditComment;
import io.whetstone.comment.service.PersonView;
import io.whetstone.comment.service.ReactionService;
import io.whetstone.comment.service.WriteComment;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.Page;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.kernel.web.IfMatch;
import io.whetstone.kernel.web.QueryEnum;
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
import jakarta.ws.rs.PUT;
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

/** {@code /api/comments}: what people say about datasets, training jobs and models. */
@Path("comments")
@Tag(name = "Comments")
@ApplicationScoped
@Access(Scope.ALL)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CommentsResource {
    private static final String ID = "{commentId: [0-9a-fA-F-]{36}}";
    private static final String REACTION = ID + "/reactions/{emoji}";

    @Inject
    CommentService comments;

    @Inject
    ReactionService reactions;

    @Inject
    CurrentWorkspace workspace;

    /** The threads about one object with their replies, newest thread first. */
    @GET
    public Page<CommentView> list(
            @QueryParam("resourceType") @Nullable String type,
            @QueryParam("resourceId") @Nullable UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return comments.list(workspace.id(), type(type), id(id), Cursor.parse(cursor), Page.limit(limit));
    }

    /** The people whom a comment on the object can name, by a part of their name. */
    @GET
    @Path("candidates")
    public Page<PersonView> candidates(
            @QueryParam("resourceType") @Nullable String type,
            @QueryParam("resourceId") @Nullable UUID id,
            @QueryParam("search") @Nullable String search) {
        var wanted = search == null ? "" : search;
        return new Page<>(comments.candidates(workspace.id(), type(type), id(id), wanted), null);
    }

    @POST
    @APIResponseSchema(value = CommentView.class, responseCode = "201")
    public Response post(@NotNull @Valid WriteComment request) {
        return Response.status(Response.Status.CREATED)
                .entity(comments.post(workspace.id(), request))
                .build();
    }

    @PATCH
    @Path(ID)
    public CommentView edit(
            @PathParam("commentId") UUID commentId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EditComment request) {
        return comments.edit(commentId, IfMatch.version(ifMatch), request);
    }

    @DELETE
    @Path(ID)
    public void delete(@PathParam("commentId") UUID commentId) {
        comments.delete(commentId);
    }

    @PUT
    @Path(REACTION)
    @Consumes(MediaType.WILDCARD)
    public CommentView react(@PathParam("commentId") UUID commentId, @PathParam("emoji") String emoji) {
        return reactions.add(commentId, emoji(emoji));
    }

    @DELETE
    @Path(REACTION)
    public CommentView takeBack(@PathParam("commentId") UUID commentId, @PathParam("emoji") String emoji) {
        return reactions.remove(commentId, emoji(emoji));
    }

    private static Shareable type(@Nullable String text) {
        var type = QueryEnum.parse(Shareable.class, "resourceType", text);
        if (type == null) {
            throw ProblemException.invalid("/resourceType", "must be given");
        }
        return type;
    }

    private static UUID id(@Nullable UUID id) {
        if (id == null) {
            throw ProblemException.invalid("/resourceId", "must be given");
        }
        return id;
    }

    private static Emoji emoji(String text) {
        var emoji = QueryEnum.parse(Emoji.class, "emoji", text);
        if (emoji == null) {
            throw ProblemException.invalid("/emoji", "must be given");
        }
        return emoji;
    }
}
