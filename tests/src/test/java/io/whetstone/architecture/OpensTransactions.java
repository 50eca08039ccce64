package io.whetstone.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Beans whose methods run in a transaction unless they say otherwise. */
class OpensTransactions extends DescribedPredicate<JavaClass> {
    OpensTransactions() {
        super("open transactions");
    }

    @Override
    public boolean test(JavaClass bean) {
        return bean.tryGetAnnotationOfType(TransactionAttribute.class)
                .map(attribute -> attribute.value() != TransactionAttributeType.NOT_SUPPORTED
                        && attribute.value() != TransactionAttributeType.NEVER)
                .orElse(true);
    }
}
