package io.whetstone.kernel.web.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.EnumText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Schemas of the types that the API speaks. Records become components, under their simple names. */
final class Schemas {
    private static final Map<Class<?>, Supplier<Schema>> SCALARS = Map.ofEntries(
            Map.entry(String.class, scalar(SchemaType.STRING, null)),
            Map.entry(UUID.class, scalar(SchemaType.STRING, "uuid")),
            Map.entry(URI.class, scalar(SchemaType.STRING, "uri")),
            Map.entry(Instant.class, scalar(SchemaType.STRING, "date-time")),
            Map.entry(boolean.class, scalar(SchemaType.BOOLEAN, null)),
            Map.entry(Boolean.class, scalar(SchemaType.BOOLEAN, null)),
            Map.entry(int.class, scalar(SchemaType.INTEGER, "int32")),
            Map.entry(Integer.class, scalar(SchemaType.INTEGER, "int32")),
            Map.entry(long.class, scalar(SchemaType.INTEGER, "int64")),
            Map.entry(Long.class, scalar(SchemaType.INTEGER, "int64")),
            Map.entry(double.class, scalar(SchemaType.NUMBER, "double")),
            Map.entry(Double.class, scalar(SchemaType.NUMBER, "double")));

    private final Components components;
    private final Map<String, Class<?>> names = new HashMap<>();

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
            return reference(name(plain), plain, Map.of());
        }
        if (plain.isEnum()) {
            return ofEnum(plain);
        }
        if (plain.isAnnotationPresent(JsonSubTypes.class)) {
            return oneOf(plain);
        }
        return scalar(plain);
    }

    /** One of several records, told by a property that names which. */
    private Schema oneOf(Class<?> type) {
        var property = type.getAnnotation(JsonTypeInfo.class).property();
        var all = OASFactory.createSchema()
                .discriminator(OASFactory.createDiscriminator().propertyName(property));
        for (var kind : type.getAnnotation(JsonSubTypes.class).value()) {
            var name = type.getSimpleName() + kind.value().getSimpleName();
            var one = reference(name, kind.value(), Map.of());
            var described = Objects.requireNonNull(components.getSchemas().get(name));
            described.addProperty(
                    property, OASFactory.createSchema().type(SchemaType.STRING).addEnumeration(kind.name()));
            described.setRequired(Stream.concat(
                            Stream.of(property),
                            Stream.ofNullable(described.getRequired()).flatMap(List::stream))
                    .distinct()
                    .toList());
            all.addOneOf(one);
        }
        return all;
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

    /** The simple name, and that of the class around it as well where two share a simple name. */
    private String name(Class<?> type) {
        var owner = names.putIfAbsent(type.getSimpleName(), type);
        var outer = type.getEnclosingClass();
        return owner == null || owner == type || outer == null
                ? type.getSimpleName()
                : outer.getSimpleName() + type.getSimpleName();
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
        if (schema.getType() == SchemaType.ARRAY
                && part.getAnnotatedType() instanceof AnnotatedParameterizedType list
                && schema.getItems().getRef() == null) {
            Constraints.apply(list.getAnnotatedActualTypeArguments()[0], schema.getItems());
        }
        return schema.getRef() == null ? Constraints.apply(part.getAccessor(), schema) : schema;
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
        var known = SCALARS.get(type);
        if (known != null) {
            return known.get();
        }
        return JsonNode.class.isAssignableFrom(type) ? OASFactory.createSchema() : object();
    }

    private static Supplier<Schema> scalar(SchemaType type, @Nullable String format) {
        return () -> OASFactory.createSchema().type(type).format(format);
    }

    private static Schema object() {
        return OASFactory.createSchema().type(SchemaType.OBJECT);
    }
}
