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
import java.util.function.Supplier;
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
