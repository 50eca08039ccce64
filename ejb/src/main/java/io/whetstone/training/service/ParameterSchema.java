package io.whetstone.training.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every parameter of a training job: what forms show, what requests are checked by and what the trainer is given. A
 * value that is not in it is refused, so nothing is accepted and then ignored.
 */
@ApplicationScoped
public class ParameterSchema {
    private final Map<String, Parameter> parameters = read();

    public List<Parameter> all() {
        return List.copyOf(parameters.values());
    }

    /** The given values with the defaults of the others; refuses with every fault there is. */
    public ObjectNode resolve(@Nullable JsonNode given) {
        var values = flatten(given);
        var faults = new ArrayList<FieldProblem>();
        values.forEach((name, value) -> check(name, value, faults));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        var resolved = JsonNodeFactory.instance.objectNode();
        parameters
                .values()
                .forEach(parameter -> put(
                        resolved, parameter.name(), values.getOrDefault(parameter.name(), parameter.defaultValue())));
        return resolved;
    }

    private void check(String name, JsonNode value, List<FieldProblem> faults) {
        var parameter = parameters.get(name);
        if (parameter == null) {
            faults.add(new FieldProblem("/parameters/" + name.replace('.', '/'), "is not a training parameter"));
            return;
        }
        var fault = parameter.fault(value);
        if (fault != null) {
            faults.add(new FieldProblem(parameter.pointer(), fault));
        }
    }

    private static Map<String, JsonNode> flatten(@Nullable JsonNode given) {
        var values = new LinkedHashMap<String, JsonNode>();
        if (given == null || given.isNull()) {
            return values;
        }
        if (!given.isObject()) {
            throw ProblemException.invalid("/parameters", "must be an object");
        }
        flatten("", given, values);
        return values;
    }

    private static void flatten(String prefix, JsonNode object, Map<String, JsonNode> values) {
        object.properties().forEach(field -> {
            if (field.getValue().isObject() && prefix.isEmpty()) {
                flatten(field.getKey() + ".", field.getValue(), values);
            } else {
                values.put(prefix + field.getKey(), field.getValue());
            }
        });
    }

    private static void put(ObjectNode target, String name, JsonNode value) {
        var dot = name.indexOf('.');
        if (dot < 0) {
            target.set(name, value);
        } else {
            target.withObjectProperty(name.substring(0, dot)).set(name.substring(dot + 1), value);
        }
    }

    private static Map<String, Parameter> read() {
        try (var in = ParameterSchema.class.getResourceAsStream("parameters.json")) {
            var list = Json.mapper().readValue(in, new TypeReference<List<Parameter>>() {});
            var byName = new LinkedHashMap<String, Parameter>();
            list.forEach(parameter -> byName.put(parameter.name(), parameter));
            return byName;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
