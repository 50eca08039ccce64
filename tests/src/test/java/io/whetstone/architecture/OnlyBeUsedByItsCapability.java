package io.whetstone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class is used by nobody outside of {@code io.whetstone.<its capability>}. */
class OnlyBeUsedByItsCapability extends ArchCondition<JavaClass> {
    OnlyBeUsedByItsCapability() {
        super("only be used by its own capability");
    }

    @Override
    public void check(JavaClass used, ConditionEvents events) {
        for (var dependency : used.getDirectDependenciesToSelf()) {
            if (!capability(dependency.getOriginClass()).equals(capability(used))) {
                events.add(SimpleConditionEvent.violated(used, dependency.getDescription()));
            }
        }
    }

    private static String capability(JavaClass type) {
        var parts = type.getPackageName().split("\\.", 4);
        return parts.length > 2 ? parts[2] : "";
    }
}
