package io.whetstone.kernel.web.openapi;

import io.whetstone.kernel.web.Idempotent;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes one resource method: its parameters, its body and its answer. */
final class Operations {
    /** A path parameter with its regular expression, which may hold braces of its own. */
    private static final Pattern PATTERN = Pattern.compile("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The HTTP method that a Java method serves, if any. */
    static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    Operation describe(Class<?> resource, Method method) {
        var operation = OASFactory.createOperation()
                .operationId(resource.getSimpleName().replace("Resource", "") + "." + method.getName())
                .summary(words(method.getName()));
        var tag = resource.getAnnotation(Tag.class);
        operation.addTag(tag == null ? resource.getSimpleName().replace("Resource", "") : tag.name());
        for (var parameter : method.getParameters()) {
            describe(parameter, operation, media(resource, method, true));
        }
        if (method.isAnnotationPresent(Idempotent.class)) {
            operation.addParameter(parameter(Parameter.In.HEADER, "Idempotency-Key", schemas.of(String.class)));
        }
        operation.setResponses(OASFactory.createAPIResponses()
                .addAPIResponse(status(method), answer(resource, method))
                .addAPIResponse("default", problem()));
        return operation;
    }

    private void describe(java.lang.reflect.Parameter parameter, Operation operation, String media) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            Arrays.stream(parameter.getType().getDeclaredFields())
                    .flatMap(field -> Arrays.stream(field.getAnnotations())
                            .flatMap(annotation -> location(annotation, schemas.of(field.getType())).stream()))
                    .forEach(operation::addParameter);
            return;
        }
        var schema = schemas.of(parameter.getParameterizedType());
        var located = Arrays.stream(parameter.getAnnotations())
                .flatMap(annotation -> location(annotation, schema).stream())
                .findFirst();
        if (located.isPresent()) {
            operation.addParameter(located.get());
        } else if (!parameter.isAnnotationPresent(Context.class) && !parameter.isAnnotationPresent(Suspended.class)) {
            operation.setRequestBody(
                    OASFactory.createRequestBody().required(true).content(content(media, schema)));
        }
    }

    private static Optional<Parameter> location(Annotation annotation, Schema schema) {
        if (annotation instanceof PathParam path) {
            return Optional.of(
                    parameter(Parameter.In.PATH, path.value(), schema).required(true));
        }
        if (annotation instanceof QueryParam query) {
            return Optional.of(parameter(Parameter.In.QUERY, query.value(), schema));
        }
        if (annotation instanceof HeaderParam header) {
            return Optional.of(parameter(Parameter.In.HEADER, header.value(), schema));
        }
        if (annotation instanceof CookieParam cookie) {
            return Optional.of(parameter(Parameter.In.COOKIE, cookie.value(), schema));
        }
        return Optional.empty();
    }

    private org.eclipse.microprofile.openapi.models.responses.APIResponse answer(Class<?> resource, Method method) {
        var response = OASFactory.createAPIResponse().description("Done");
        var declared = method.getAnnotation(APIResponseSchema.class);
        if (declared != null) {
            return response.content(content(media(resource, method, false), schemas.of(declared.value())));
        }
        var type = method.getGenericReturnType();
        return type == Response.class || type == void.class
                ? response
                : response.content(content(media(resource, method, false), schemas.of(type)));
    }

    private static String status(Method method) {
        var declared = method.getAnnotation(APIResponseSchema.class);
        if (declared != null && !declared.responseCode().isEmpty()) {
            return declared.responseCode();
        }
        return method.getReturnType() == void.class ? "204" : "200";
    }

    private org.eclipse.microprofile.openapi.models.responses.APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("A problem")
                .content(content("application/problem+json", schemas.of(io.whetstone.kernel.web.Problem.class)));
    }

    private static String media(Class<?> resource, Method method, boolean read) {
        var declared = read
                ? first(method.getAnnotation(Consumes.class), resource.getAnnotation(Consumes.class))
                        .map(consumes -> consumes.value()[0])
                : first(method.getAnnotation(Produces.class), resource.getAnnotation(Produces.class))
                        .map(produces -> produces.value()[0]);
        return declared.orElse(MediaType.APPLICATION_JSON);
    }

    private static <T> Optional<T> first(
            @org.jspecify.annotations.Nullable T own, @org.jspecify.annotations.Nullable T inherited) {
        return Optional.ofNullable(own).or(() -> Optional.ofNullable(inherited));
    }

    private static Content content(String media, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(media, OASFactory.createMediaType().schema(schema));
    }

    private static Parameter parameter(Parameter.In in, String name, Schema schema) {
        return OASFactory.createParameter().in(in).name(name).schema(schema);
    }

    /** {@code changePassword} as "Change password". */
    private static String words(String name) {
        var words = name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The path of a resource method, without regular expressions: {@code /api/users/{userId}}. */
    static String path(Class<?> resource, Method method) {
        var own = method.getAnnotation(Path.class);
        var path = "/api/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        return PATTERN.matcher(path).replaceAll("{$1}").replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }
}
