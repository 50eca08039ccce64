package io.whetstone.setting.service.internal;

import static io.whetstone.setting.entity.SettingScope.USER;
import static io.whetstone.setting.entity.SettingScope.WORKSPACE;

import io.whetstone.setting.entity.SettingScope;
import io.whetstone.setting.service.SettingDefinition;
import io.whetstone.setting.service.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How somebody likes the pages, and which model stands first: the person's choice, else the workspace's. */
@ApplicationScoped
public class PersonalSettings implements SettingDefinitions {
    private static final int FONT = 16;
    private static final int SMALLEST = 12;
    private static final int LARGEST = 24;

    @Override
    public List<SettingDefinition> definitions() {
        return List.of(
                SettingDefinition.ofChoice(USER, "theme", List.of("system", "light", "dark"), "Colours of the pages"),
                SettingDefinition.ofInteger(USER, "fontSize", FONT, SMALLEST, LARGEST, "Size of the text, in pixels"),
                defaultModel(USER),
                defaultModel(WORKSPACE));
    }

    private static SettingDefinition defaultModel(SettingScope scope) {
        return SettingDefinition.ofText(scope, "defaultModel", "Model of a new conversation, by name");
    }
}
