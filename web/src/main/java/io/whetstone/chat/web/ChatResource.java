package io.whetstone.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.access.web.Access;
import io.whetstone.chat.service.ChatService;
import io.whetstone.chat.service.Completions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /api/chat}: one turn of a conversation, answered as a stream of events. */
@Path("chat")
@Tag(name = "Chat")
@ApplicationScoped
@Access(Scope.PRODUCTION)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.SERVER_SENT_EVENTS)
public class ChatResource {
    /** One message of a conversation. */
    public record Message(
            @NotNull @Pattern(regexp = "system|user|assistant")
            String role,

            @NotNull @Size(max = 200_000) String content) {}

    /** How the answer is made. What is left out is the model's own default. */
    public record GenerationSettings(
            @Nullable @DecimalMin("0") @DecimalMax("2") Double temperature,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double topP,
            @Nullable @Min(1) @Max(32768) Integer maxOutputTokens) {}

    /**
     * What a model shall answer: all messages so far; or in a conversation, of which the server knows them, the next
     * message of the user alone, after a system prompt where it is a new one.
     *
     * @param parentId the answer that the message follows; the newest one when it is left out
     * @param replaces the message beside which a new branch begins: a question to say anew, or an answer to give anew,
     *     which needs no message
     */
    public record ChatRequest(
            @NotNull UUID modelId,
            @Nullable @Size(max = 1000) List<@Valid Message> messages,
            @Nullable UUID conversationId,
            @Nullable UUID parentId,
            @Nullable UUID replaces,
            @Nullable @Valid GenerationSettings generationSettings) {}

    @Inject
    ChatService chat;

    @Inject
    Completions completions;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    ObjectMapper json;

    @Inject
    ChatBody body;

    @Inject
    KeptChat kept;

    /** With a conversation both sides are kept, once for an {@code Idempotency-Key}; without one nothing is. */
    @POST
    public Response answer(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ChatRequest request) {
        var model = chat.model(workspace.id(), request.modelId());
        if (request.conversationId() != null) {
            return Response.ok(kept.answer(workspace.id(), model, request, key)).build();
        }
        var messages = request.messages();
        if (messages == null || messages.isEmpty()) {
            throw ProblemException.invalid("/messages", "must not be empty");
        }
        var completion = completions.ask(model, body.of(model.name(), messages, request.generationSettings()));
        return Response.ok(new ChatStream(completion, json, null, Recording.NONE))
                .build();
    }
}
