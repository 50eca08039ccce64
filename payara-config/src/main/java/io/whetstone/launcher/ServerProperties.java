package io.whetstone.launcher;

import java.util.TreeMap;

/** What the launcher tells the application, as system properties that MicroProfile Config reads. */
final class ServerProperties {
    private ServerProperties() {}

    static void publish(Home home, Settings settings, Installation installation, Keys keys) {
        var properties = new TreeMap<String, String>(settings.forServer());
        properties.put("whetstone.home", home.root().toString());
        properties.put("whetstone.version", Installation.version());
        properties.put("whetstone.url", settings.url());
        properties.put("whetstone.storage.root", home.storage().toString());
        properties.put("whetstone.trainer.jar", installation.trainerJar().toString());
        properties.put("whetstone.runner.jar", installation.runnerJar().toString());
        properties.put("whetstone.runner.natives", installation.runnerNatives().toString());
        properties.put("whetstone.identity.private-key", keys.jwtPrivate().toString());
        properties.put("whetstone.kernel.tenancy-key", keys.tenancyKey().toString());
        properties.put("whetstone.secret.master-key", keys.masterKey().toString());
        properties.put("whetstone.identity.first-admin.email", settings.get(Setting.ADMIN_EMAIL));
        properties.put(
                "whetstone.identity.first-admin.password-file",
                home.firstPassword().toString());
        properties.put("whetstone.model.hub-endpoint", settings.get(Setting.HF_ENDPOINT));
        properties.put("java.awt.headless", "true");
        properties.put("product.name", "");
        properties.forEach(System::setProperty);
    }

    /** The server reads these once, when its pool is made during the boot. */
    static void publish(Database app) {
        var separator = app.jdbcUrl().contains("?") ? "&" : "?";
        System.setProperty(
                "whetstone.launcher.jdbc-url",
                app.jdbcUrl() + separator + "reWriteBatchedInserts=true&ApplicationName=whetstone&tcpKeepAlive=true");
        System.setProperty("whetstone.launcher.jdbc-user", app.user());
        System.setProperty("whetstone.launcher.jdbc-password", app.password());
    }
}
