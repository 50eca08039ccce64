package io.whetstone.kernel.web.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.EnumText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas of the types that the API speaks. Records become components, under their simple names. */
final class Schemas {
    private final Components components;

    Schemas(Components components) {
        this.components = components;
    }

    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        if (!(type instanceof Class<?> plain)) {
            return object();
        }
        if (plain.isRecord()) {
            return reference(plain.getSimpleName(), plain, Map.of());
        }
        if (plain.isEnum()) {
            return ofEnum(plain);
        }
        return scalar(plain);
    }

    private Schema ofGeneric(ParameterizedType generic) {
        var raw = (Class<?>) generic.getRawType();
        var arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(arguments[0]));
        }
        if (Optional.class == raw) {
            return of(arguments[0]);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return object().additionalPropertiesSchema(of(arguments[1]));
        }
        if (raw.isRecord()) {
            var name = raw.getSimpleName() + "Of" + ((Class<?>) arguments[0]).getSimpleName();
            return reference(name, raw, Map.of(raw.getTypeParameters()[0], arguments[0]));
        }
        return object();
    }

    private Schema reference(String name, Class<?> type, Map<? extends Type, Type> variables) {
        if (components.getSchemas() == null || !components.getSchemas().containsKey(name)) {
            var schema = object();
            components.addSchema(name, schema);
            var properties = new LinkedHashMap<String, Schema>();
            for (var part : type.getRecordComponents()) {
                if (!part.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                    properties.put(part.getName(), constrained(part, ofPart(part, variables)));
                    requireIfMust(part, schema);
                }
            }
            schema.setProperties(properties);
        }
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    /** A component whose type may be a variable of its record, as the items of a page are. */
    private Schema ofPart(RecordComponent part, Map<? extends Type, Type> variables) {
        if (part.getGenericType() instanceof ParameterizedType generic) {
            var argument = generic.getActualTypeArguments()[0];
            for (var variable : variables.entrySet()) {
                if (variable.getKey().equals(argument)) {
                    return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(variable.getValue()));
                }
            }
        }
        return of(part.getGenericType());
    }

    private static Schema constrained(RecordComponent part, Schema schema) {
        var accessor = part.getAccessor();
        var size = accessor.getAnnotation(Size.class);
        if (size != null && size.max() < Integer.MAX_VALUE) {
            schema.setMaxLength(size.max());
        }
        var least = accessor.getAnnotation(Min.class);
        if (least != null) {
            schema.setMinimum(BigDecimal.valueOf(least.value()));
        }
        var most = accessor.getAnnotation(Max.class);
        if (most != null) {
            schema.setMaximum(BigDecimal.valueOf(most.value()));
        }
        if (accessor.isAnnotationPresent(Email.class)) {
            schema.setFormat("email");
        }
        return schema;
    }

    private static void requireIfMust(RecordComponent part, Schema schema) {
        var accessor = part.getAccessor();
        if (part.getType().isPrimitive()
                || accessor.isAnnotationPresent(NotNull.class)
                || accessor.isAnnotationPresent(NotBlank.class)) {
            schema.addRequired(part.getName());
        }
    }

    private static Schema ofEnum(Class<?> type) {
        var schema = OASFactory.createSchema().type(SchemaType.STRING);
        Arrays.stream(type.getEnumConstants())
                .map(value -> EnumText.of((Enum<?>) value))
                .forEach(schema::addEnumeration);
        return schema;
    }

    private static Schema scalar(Class<?> type) {
        var schema = OASFactory.createSchema();
        if (type == UUID.class) {
            return schema.type(SchemaType.STRING).format("uuid");
        }
        if (type == Instant.class) {
            return schema.type(SchemaType.STRING).format("date-time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema.type(SchemaType.BOOLEAN);
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return schema.type(SchemaType.INTEGER).format(type.getSimpleName().startsWith("l") ? "int64" : "int32");
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return schema.type(SchemaType.NUMBER);
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return schema.type(SchemaType.STRING);
        }
        return JsonNode.class.isAssignableFrom(type) ? schema : object();
    }

    private static Schema object() {
        return OASFactory.createSchema().type(SchemaType.OBJECT);
    }
}
