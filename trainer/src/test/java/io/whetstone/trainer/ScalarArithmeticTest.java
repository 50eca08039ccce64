package io.whetstone.trainer;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The engine frees the scalar of {@code NDArray.add(Number)} and its kin while autograd still holds it. */
class ScalarArithmeticTest {
    @Test
    void numbers_never_meet_arrays() {
        DescribedPredicate<JavaMethodCall> scalar = DescribedPredicate.describe(
                "a scalar operation of NDArray",
                call -> call.getTargetOwner().isAssignableTo(NDArray.class)
                        && call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Number.class)));

        noClasses()
                .should(callMethodWhere(scalar))
                .check(new ClassFileImporter().importPackages("io.whetstone.trainer"));
    }
}
