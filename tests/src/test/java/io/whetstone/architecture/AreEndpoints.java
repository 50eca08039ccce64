package io.whetstone.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.ws.rs.HttpMethod;

/** Methods of resources that answer a request. */
class AreEndpoints extends DescribedPredicate<JavaMethod> {
    AreEndpoints() {
        super("are endpoints");
    }

    @Override
    public boolean test(JavaMethod method) {
        return method.isMetaAnnotatedWith(HttpMethod.class);
    }
}
