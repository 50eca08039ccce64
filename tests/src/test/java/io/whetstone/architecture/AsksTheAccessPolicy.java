package io.whetstone.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The method calls the access policy itself. It is not seen here whether it asks about the right workspace. */
class AsksTheAccessPolicy extends ArchCondition<JavaMethod> {
    private static final String POLICY = "io.whetstone.access.service.AccessPolicy";

    AsksTheAccessPolicy() {
        super("ask the access policy");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var asks = method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getName().equals(POLICY));
        if (!asks) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not ask"));
        }
    }
}
