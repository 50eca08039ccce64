package io.whetstone.kernel.web.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;

/** The resource classes of this application, remembered when it starts: the description is asked for outside of it. */
@ApplicationScoped
public class Resources {
    private static volatile List<Class<?>> found = List.of();

    void remember(@Observes @Initialized(ApplicationScoped.class) Object started, BeanManager beans) {
        List<Class<?>> resources = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .sorted(Comparator.comparing(Class::getName))
                .toList();
        found = resources;
    }

    static List<Class<?>> all() {
        return found;
    }
}
