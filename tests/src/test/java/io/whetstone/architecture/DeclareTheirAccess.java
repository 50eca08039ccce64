package io.whetstone.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The method or its class says which principals it is open to, or that it is open to everybody. */
class DeclareTheirAccess extends ArchCondition<JavaMethod> {
    static final String ACCESS = "io.whetstone.access.web.Access";
    static final String OPEN = "io.whetstone.access.web.Open";

    DeclareTheirAccess() {
        super("declare their access");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        var owner = method.getOwner();
        var declared = method.isAnnotatedWith(ACCESS)
                || method.isAnnotatedWith(OPEN)
                || owner.isAnnotatedWith(ACCESS)
                || owner.isAnnotatedWith(OPEN);
        if (!declared) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " declares nothing"));
        }
    }
}
