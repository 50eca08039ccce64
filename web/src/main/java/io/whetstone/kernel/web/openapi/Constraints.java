package io.whetstone.kernel.web.openapi;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** What the annotations of a field ask for, in the words of JSON Schema. */
final class Constraints {
    private static final String SOMETHING_TO_SEE = "\\S";

    private Constraints() {}

    static Schema apply(AnnotatedElement field, Schema schema) {
        found(field, Size.class).ifPresent(size -> size(schema, size.min(), size.max()));
        found(field, NotEmpty.class).ifPresent(rule -> size(schema, 1, Integer.MAX_VALUE));
        found(field, NotBlank.class).ifPresent(rule -> {
            size(schema, 1, Integer.MAX_VALUE);
            schema.setPattern(SOMETHING_TO_SEE);
        });
        // Java compares a whole text with the expression, JSON Schema looks for it anywhere inside.
        found(field, Pattern.class).ifPresent(rule -> schema.setPattern("^(?:" + rule.regexp() + ")$"));
        found(field, Email.class).ifPresent(rule -> schema.setFormat("email"));
        numbers(field, schema);
        return schema;
    }

    private static void numbers(AnnotatedElement field, Schema schema) {
        found(field, Min.class).ifPresent(least -> schema.setMinimum(BigDecimal.valueOf(least.value())));
        found(field, Max.class).ifPresent(most -> schema.setMaximum(BigDecimal.valueOf(most.value())));
        found(field, PositiveOrZero.class).ifPresent(rule -> schema.setMinimum(BigDecimal.ZERO));
        found(field, DecimalMin.class).ifPresent(least -> {
            schema.setMinimum(new BigDecimal(least.value()));
            schema.setExclusiveMinimum(least.inclusive() ? null : true);
        });
        found(field, DecimalMax.class).ifPresent(most -> {
            schema.setMaximum(new BigDecimal(most.value()));
            schema.setExclusiveMaximum(most.inclusive() ? null : true);
        });
    }

    private static void size(Schema schema, int least, int most) {
        var lower = least == 0 ? null : Integer.valueOf(least);
        var upper = most == Integer.MAX_VALUE ? null : Integer.valueOf(most);
        if (schema.getType() == SchemaType.ARRAY) {
            set(lower, schema::setMinItems);
            set(upper, schema::setMaxItems);
        } else if (schema.getType() == SchemaType.OBJECT) {
            set(lower, schema::setMinProperties);
            set(upper, schema::setMaxProperties);
        } else {
            set(lower, schema::setMinLength);
            set(upper, schema::setMaxLength);
        }
    }

    private static void set(@Nullable Integer value, Consumer<Integer> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> found(
            AnnotatedElement field, Class<A> annotation) {
        return Optional.ofNullable(field.getAnnotation(annotation));
    }
}
