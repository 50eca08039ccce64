package io.whetstone.kernel;

import java.util.UUID;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Gives every attribute that is an id its {@link UuidColumn}. Named in {@code persistence.xml}. */
public class UuidColumns implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        for (var descriptor : session.getDescriptors().values()) {
            descriptor.getMappings().forEach(mapping -> customize(descriptor.getJavaClass(), mapping));
        }
    }

    private static void customize(Class<?> entity, DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && isUuid(entity, mapping.getAttributeName())) {
            direct.setConverter(new UuidColumn());
        }
    }

    private static boolean isUuid(Class<?> entity, String attribute) {
        try {
            return entity.getDeclaredField(attribute).getType() == UUID.class;
        } catch (NoSuchFieldException inherited) {
            return false;
        }
    }
}
