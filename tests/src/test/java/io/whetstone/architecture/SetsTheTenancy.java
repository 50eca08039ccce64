package io.whetstone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.kernel.service.TenantScoped;

/** The bean is scoped to its caller or, having none, to the system. */
class SetsTheTenancy extends ArchCondition<JavaClass> {
    SetsTheTenancy() {
        super("be scoped to a tenant or to the system");
    }

    @Override
    public void check(JavaClass bean, ConditionEvents events) {
        var scoped = bean.isAnnotatedWith(TenantScoped.class) || bean.isAnnotatedWith(SystemScoped.class);
        if (!scoped) {
            events.add(SimpleConditionEvent.violated(bean, bean.getName() + " sets no tenancy"));
        }
    }
}
