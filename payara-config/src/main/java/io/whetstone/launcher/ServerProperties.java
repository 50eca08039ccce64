package io.whetstone.launcher;

import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the launcher tells the application, as system properties that MicroProfile Config reads. */
final class ServerProperties {
    private ServerProperties() {}

    static void publish(Home home, Settings settings, Installation installation, Keys keys) {
        of(home, settings, installation, keys).forEach(System::setProperty);
        System.setProperty("java.awt.headless", "true");
        System.setProperty("product.name", "");
        // Else the server looks for it in every archive of the class path, each time that it reads JSON.
        System.setProperty("jakarta.json.provider", "org.eclipse.parsson.JsonProviderImpl");
    }

    static SortedMap<String, String> of(Home home, Settings settings, Installation installation, Keys keys) {
        var properties = new TreeMap<String, String>(settings.forServer());
        properties.put("whetstone.home", home.root().toString());
        properties.put("whetstone.version", Installation.version());
        properties.put("whetstone.url", settings.url());
        properties.put("whetstone.storage.root", home.storage().toString());
        properties.put("whetstone.trainer.jar", installation.trainerJar().toString());
        properties.put("whetstone.runner.jar", installation.runnerJar().toString());
        properties.put("whetstone.runner.natives", installation.runnerNatives().toString());
        properties.put("whetstone.kernel.tenancy-key", keys.tenancyKey().toString());
        if (settings.get(Setting.SECRET_MASTER_KEY).isEmpty()) {
            properties.put("whetstone.secret.master-key", keys.masterKey().toString());
        }
        properties.put("whetstone.identity.first-admin.email", settings.get(Setting.ADMIN_EMAIL));
        properties.put(
                "whetstone.identity.first-admin.password-file",
                home.firstPassword().toString());
        properties.put("whetstone.model.hub-endpoint", settings.get(Setting.HF_ENDPOINT));
        return properties;
    }

    /** The server reads these once, when its pool is made during the boot. */
    static void publish(Database app) {
        var pooled = pooled(app);
        System.setProperty("whetstone.launcher.jdbc-url", pooled.jdbcUrl());
        System.setProperty("whetstone.launcher.jdbc-user", pooled.user());
        System.setProperty("whetstone.launcher.jdbc-password", pooled.password());
    }

    /** What the listener reads during the boot, and what the status of the system tells. */
    static void publish(Path store, String password, Instant certificateEnds) {
        System.setProperty("whetstone.launcher.tls-store", store.toString());
        System.setProperty("whetstone.launcher.tls-password", password);
        System.setProperty("whetstone.tls.certificate-ends", certificateEnds.toString());
        // Else anybody keeps a core busy by asking for handshake after handshake on one connection.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    /** The same database with what every connection of the server's pool asks for. */
    static Database pooled(Database app) {
        var separator = app.jdbcUrl().contains("?") ? "&" : "?";
        var url = app.jdbcUrl() + separator + "reWriteBatchedInserts=true&ApplicationName=whetstone&tcpKeepAlive=true";
        return new Database(url, app.user(), app.password());
    }
}
