package io.whetstone.setting.service.internal;

import static io.whetstone.setting.entity.SettingScope.USER;
import static io.whetstone.setting.entity.SettingScope.WORKSPACE;

import io.whetstone.setting.entity.SettingScope;
import io.whetstone.setting.service.SettingDefinition;
import io.whetstone.setting.service.SettingDefinitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** How somebody likes the pages, and which models stand first where nobody chooses. */
@ApplicationScoped
public class PersonalSettings implements SettingDefinitions {
    private static final int FONT = 16;
    private static final int SMALLEST = 12;
    private static final int LARGEST = 24;

    @Override
    public List<SettingDefinition> definitions() {
        return Stream.of(pages(), speech(), models(USER), models(WORKSPACE))
                .flatMap(List::stream)
                .toList();
    }

    private static List<SettingDefinition> pages() {
        return List.of(
                SettingDefinition.ofChoice(USER, "theme", List.of("system", "light", "dark"), "Colours of the pages"),
                SettingDefinition.ofInteger(USER, "fontSize", FONT, SMALLEST, LARGEST, "Size of the text, in pixels"),
                SettingDefinition.ofTimeZone(
                        USER, "timeZone", "Time zone of mails and reports; empty is that of the browser"),
                SettingDefinition.ofBoolean(USER, "notifyInApp", true, "Show notifications on the pages"),
                SettingDefinition.ofBoolean(USER, "notifyByMail", true, "Send notifications by mail as well"));
    }

    private static List<SettingDefinition> speech() {
        return List.of(
                SettingDefinition.ofBoolean(USER, "ttsEnabled", false, "Read answers aloud"),
                SettingDefinition.ofText(USER, "ttsVoice", "Voice that reads; empty is that of the browser"),
                SettingDefinition.ofNumber(USER, "ttsRate", 1, 0.5, 2, "How fast it reads"),
                SettingDefinition.ofBoolean(USER, "ttsAutoplay", false, "Begin to read as soon as an answer is there"),
                SettingDefinition.ofBoolean(USER, "sttEnabled", false, "Dictate messages"));
    }

    private static List<SettingDefinition> models(SettingScope scope) {
        return List.of(
                SettingDefinition.ofText(scope, "defaultModel", "Model of a new conversation, by name"),
                SettingDefinition.ofText(scope, "embeddingProvider", "Who computes embeddings"),
                SettingDefinition.ofUrl(scope, "embeddingBaseUrl", "Address of that provider"),
                SettingDefinition.ofText(scope, "embeddingModel", "Model that computes embeddings"));
    }
}
