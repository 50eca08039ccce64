package io.whetstone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** More injected beans than six mean that a class has more than one job. Settings do not count. */
class HaveAtMostSixCollaborators extends ArchCondition<JavaClass> {
    private static final int MOST = 6;

    HaveAtMostSixCollaborators() {
        super("have at most six collaborators");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var injected = type.getFields().stream()
                .filter(field -> field.isAnnotatedWith(Inject.class) && !field.isAnnotatedWith(ConfigProperty.class))
                .count();
        if (injected > MOST) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + injected));
        }
    }
}
