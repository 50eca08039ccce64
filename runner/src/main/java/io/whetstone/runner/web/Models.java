package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** {@code GET /v1/models} and {@code GET /v1/models/{model}}: the base model first, then its adapters. */
final class Models {
    private final ServedModel model;
    private final long created;

    Models(ServedModel model, long created) {
        this.model = model;
        this.created = created;
    }

    void list(Exchange exchange) {
        var body = Json.object().put("object", "list");
        var data = body.putArray("data");
        names().forEach(name -> data.add(entry(name)));
        exchange.send(200, body);
    }

    void get(Exchange exchange) {
        var name = exchange.path().substring("/v1/models/".length());
        if (!names().contains(name)) {
            throw ApiException.modelNotFound(name);
        }
        exchange.send(200, entry(name));
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        names.add(model.name());
        names.addAll(model.engine().adapters());
        return names;
    }

    private ObjectNode entry(String name) {
        return Json.object()
                .put("id", name)
                .put("object", "model")
                .put("created", created)
                .put("owned_by", "whetstone");
    }
}
