package io.whetstone.runner.web;

import io.whetstone.runner.engine.UnknownAdapterException;
import io.whetstone.runner.llama.LlamaException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** {@code POST /adapters} with {@code name} and {@code path}, and {@code DELETE /adapters/{name}}. */
final class AdapterEndpoints {
    private final ServedModel model;

    AdapterEndpoints(ServedModel model) {
        this.model = model;
    }

    void load(Exchange exchange) {
        var fields = new Fields(exchange.json()).only(Set.of("name", "path"));
        var name = fields.requireText("name");
        if (name.isBlank() || name.contains("/") || name.equals(model.name())) {
            throw fields.wrongValue("name", "a name without slashes that is not that of the base model");
        }
        try {
            model.engine().load(name, Path.of(fields.requireText("path")));
        } catch (LlamaException | InvalidPathException refused) {
            throw ApiException.invalid(String.valueOf(refused.getMessage()), "path", "invalid_adapter");
        }
        exchange.send(201, Json.object().put("name", name));
    }

    void unload(Exchange exchange) {
        var name = exchange.path().substring("/adapters/".length());
        try {
            model.engine().unload(name);
        } catch (UnknownAdapterException unknown) {
            throw ApiException.modelNotFound(name);
        }
        exchange.sendNothing();
    }
}
