package io.whetstone.runner.web;

import com.sun.net.httpserver.HttpExchange;
import io.whetstone.runner.engine.UnknownAdapterException;
import io.whetstone.runner.llama.LlamaException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;

/** {@code POST /adapters} with {@code name} and {@code path}, and {@code DELETE /adapters/{name}}. */
final class AdapterEndpoints {
    private final ServedModel model;

    AdapterEndpoints(ServedModel model) {
        this.model = model;
    }

    void load(HttpExchange exchange) throws IOException {
        var fields = new Fields(Exchanges.json(exchange)).only(Set.of("name", "path"));
        var name = fields.requireText("name");
        if (name.isBlank() || name.contains("/") || name.equals(model.name())) {
            throw fields.wrongValue("name", "a name without slashes that is not that of the base model");
        }
        try {
            model.engine().load(name, Path.of(fields.requireText("path")));
        } catch (LlamaException | InvalidPathException refused) {
            throw ApiException.invalid(String.valueOf(refused.getMessage()), "path", "invalid_adapter");
        }
        Exchanges.send(exchange, 201, Json.object().put("name", name));
    }

    void unload(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().substring("/adapters/".length());
        try {
            model.engine().unload(name);
        } catch (UnknownAdapterException unknown) {
            throw ApiException.modelNotFound(name);
        }
        Exchanges.sendNothing(exchange);
    }
}
