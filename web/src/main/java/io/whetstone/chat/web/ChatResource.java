package io.whetstone.chat.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.access.web.Access;
import io.whetstone.chat.service.ChatService;
import io.whetstone.chat.service.Completions;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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

    /** A conversation so far, to be answered by a model. */
    public record ChatRequest(
            @NotNull UUID modelId,
            @NotEmpty @Size(max = 1000) List<@Valid Message> messages,
            @Nullable @Valid GenerationSettings generationSettings) {}

    @Inject
    ChatService chat;

    @Inject
    Completions completions;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    ObjectMapper json;

    @POST
    public Response answer(@NotNull @Valid ChatRequest request) {
        var model = chat.model(workspace.id(), request.modelId());
        var completion = completions.ask(model, openAi(model.name(), request));
        return Response.ok(new ChatStream(completion, json)).build();
    }

    private ObjectNode openAi(String model, ChatRequest request) {
        var body = json.createObjectNode().put("model", model).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        body.set("messages", json.valueToTree(request.messages()));
        var settings = request.generationSettings();
        if (settings != null) {
            put(body, "temperature", settings.temperature());
            put(body, "top_p", settings.topP());
            put(body, "max_tokens", settings.maxOutputTokens());
        }
        return body;
    }

    private void put(ObjectNode body, String name, @Nullable Number value) {
        if (value != null) {
            body.set(name, json.valueToTree(value));
        }
    }
}
