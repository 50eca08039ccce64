package io.whetstone.kernel.web.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * The OpenAPI document, made from the resources' own declarations. The server's scanner is switched off: it knows
 * neither records of other modules nor how we spell enums.
 */
public class ApiDescription implements OASModelReader {
    @Override
    public OpenAPI buildModel() {
        var components = OASFactory.createComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        var operations = new Operations(new Schemas(components));
        var paths = OASFactory.createPaths();
        for (var resource : Resources.all()) {
            Arrays.stream(resource.getDeclaredMethods())
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> add(resource, method, operations, paths));
        }
        return OASFactory.createOpenAPI()
                .openapi("3.0.3")
                .info(OASFactory.createInfo()
                        .title("Whetstone")
                        .version("1")
                        .description("Everything that the web app does, as one documented call each."))
                .paths(paths)
                .components(components)
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("bearer"));
    }

    private static void add(Class<?> resource, Method method, Operations operations, Paths paths) {
        Operations.httpMethod(method).ifPresent(verb -> {
            var path = Operations.path(resource, method);
            var item = paths.hasPathItem(path) ? paths.getPathItem(path) : OASFactory.createPathItem();
            item.setOperation(PathItem.HttpMethod.valueOf(verb), operations.describe(resource, method));
            paths.addPathItem(path, item);
        });
    }
}
