package io.whetstone.launcher;

/** The model of the first minute, brought into the cache of the home while the server starts. */
final class StarterModel {
    private StarterModel() {}

    static void inBackground(Home home, Settings settings, Progress progress) {
        if ("none".equals(settings.get(Setting.STARTER_MODEL))) {
            return;
        }
        System.setProperty(
                "whetstone.model.starter-file",
                home.cache().resolve("SmolLM2-135M-Instruct.gguf").toString());
    }
}
