package io.whetstone.flag.service;

import io.whetstone.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** All flags that any capability declares. */
@ApplicationScoped
class FlagCatalogue {
    @Inject
    @Any
    Instance<FlagDefinitions> declared;

    List<FlagDefinition> all() {
        return declared.stream()
                .flatMap(some -> some.definitions().stream())
                .sorted(Comparator.comparing(FlagDefinition::key))
                .toList();
    }

    FlagDefinition get(String key) {
        return all().stream()
                .filter(flag -> flag.key().equals(key))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("feature flag", key));
    }
}
