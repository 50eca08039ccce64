package io.whetstone.secondfactor.service;

import io.whetstone.secondfactor.service.SecondFactorConfig.Required;
import io.whetstone.setting.entity.SettingScope;
import io.whetstone.setting.service.SettingDefinition;
import io.whetstone.setting.service.SettingDefinitions;
import io.whetstone.setting.service.SystemSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who needs a second factor, as an administrator decides while the installation runs. */
@ApplicationScoped
public class SecondFactorRule implements SettingDefinitions {
    private static final String REQUIRED = "secondFactorRequired";

    @Inject
    SecondFactorConfig config;

    @Inject
    SystemSettings settings;

    @Override
    public List<SettingDefinition> definitions() {
        var choices = Stream.of(Required.values()).map(SecondFactorRule::name).toList();
        var meaning = "Who must set up a second factor before anything else, or have proved one at their issuer";
        return List.of(SettingDefinition.ofChoice(SettingScope.SYSTEM, REQUIRED, choices, meaning)
                .withFallback(name(config.required())));
    }

    public boolean isRequiredOf(boolean administrator) {
        var required = settings.value(REQUIRED).asText();
        return required.equals(name(Required.EVERYBODY))
                || (required.equals(name(Required.ADMINISTRATORS)) && administrator);
    }

    private static String name(Required required) {
        return required.name().toLowerCase(Locale.ROOT);
    }
}
