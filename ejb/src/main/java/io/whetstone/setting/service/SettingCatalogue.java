package io.whetstone.setting.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.FieldProblem;
import io.whetstone.kernel.ProblemException;
import io.whetstone.setting.entity.SettingScope;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** All settings that any capability declares. */
@ApplicationScoped
public class SettingCatalogue {
    @Inject
    @Any
    Instance<SettingDefinitions> declared;

    private final Map<SettingScope, Map<String, SettingDefinition>> settings = new EnumMap<>(SettingScope.class);

    @PostConstruct
    void collect() {
        for (var scope : SettingScope.values()) {
            settings.put(scope, new LinkedHashMap<>());
        }
        declared.stream().flatMap(some -> some.definitions().stream()).forEach(this::add);
    }

    private void add(SettingDefinition setting) {
        if (of(setting.scope()).put(setting.key(), setting) != null) {
            throw new IllegalStateException("Two settings are called " + setting.key());
        }
    }

    Collection<SettingDefinition> all(SettingScope scope) {
        return of(scope).values();
    }

    SettingDefinition get(SettingScope scope, String key) {
        var known = of(scope).get(key);
        if (known == null) {
            throw new IllegalArgumentException("No setting is called " + key);
        }
        return known;
    }

    /** Refuses changes that name an unknown setting or give one a value that it cannot have; null resets one. */
    void requireValid(SettingScope scope, Map<String, JsonNode> changes) {
        var problems = new ArrayList<FieldProblem>();
        changes.forEach((key, value) -> {
            var known = of(scope).get(key);
            var pointer = "/" + key.replace("~", "~0").replace("/", "~1");
            if (known == null) {
                problems.add(new FieldProblem(pointer, "is no setting that there is"));
            } else if (!value.isNull()) {
                SettingRules.objection(known, value).ifPresent(why -> problems.add(new FieldProblem(pointer, why)));
            }
        });
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
    }

    private Map<String, SettingDefinition> of(SettingScope scope) {
        return settings.getOrDefault(scope, Map.of());
    }
}
