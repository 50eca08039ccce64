package io.whetstone.chat.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.access.web.Access;
import io.whetstone.chat.service.ChatService;
import io.whetstone.chat.service.Completions;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.PrincipalKind;
import io.whetstone.kernel.service.Scope;
import io.whetstone.kernel.web.CurrentWorkspace;
import io.whetstone.model.service.ModelView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1}: models in the form of OpenAI's interface. */
@Path("v1")
@Tag(name = "OpenAI")
@ApplicationScoped
@Access(Scope.PRODUCTION)
@Consumes(MediaType.APPLICATION_JSON)
public class OpenAiResource {
    private static final String OWNER = "whetstone";

    /** A model as OpenAI lists it. {@code created} is in seconds since the epoch. */
    public record Listed(String id, String object, long created, String owned_by) {
        static Listed of(ModelView model) {
            return new Listed(model.name(), "model", model.createdAt().getEpochSecond(), OWNER);
        }
    }

    @Inject
    ChatService chat;

    @Inject
    Completions completions;

    @Inject
    CurrentWorkspace workspace;

    @GET
    @Path("models")
    public Map<String, Object> models() {
        List<Listed> models =
                chat.models(workspace.id()).stream().map(Listed::of).toList();
        return Map.of("object", "list", "data", models);
    }

    @GET
    @Path("models/{name}")
    public Listed model(@PathParam("name") String name) {
        return Listed.of(chat.named(workspace.id(), name));
    }

    /** Checks who may ask what; the rest of the request is the model's own matter and passes as it is. */
    @POST
    @Path("chat/completions")
    @Access(
            value = Scope.PRODUCTION,
            kinds = {PrincipalKind.USER, PrincipalKind.API_KEY, PrincipalKind.SERVICE_KEY, PrincipalKind.WIDGET})
    public Response complete(@NotNull ObjectNode request) {
        chat.requireUse(workspace.id());
        if (!request.path("model").isTextual()) {
            throw ProblemException.invalid("/model", "must be the name of a model");
        }
        if (!request.path("messages").isArray() || request.path("messages").isEmpty()) {
            throw ProblemException.invalid("/messages", "must be a list of at least one message");
        }
        var model = chat.named(workspace.id(), request.path("model").asText());
        var completion = completions.ask(model, request);
        return Response.status(completion.status())
                .type(completion.contentType())
                .entity(new Passage(completion))
                .build();
    }
}
