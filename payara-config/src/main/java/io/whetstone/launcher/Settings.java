package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The configuration of one home: environment first, then {@code whetstone.properties}, then the default. */
public final class Settings {
    private final Map<String, String> environment;
    private final Properties file;

    Settings(Map<String, String> environment, Properties file) {
        this.environment = Map.copyOf(environment);
        this.file = file;
    }

    static Settings load(Home home, Map<String, String> environment) {
        var properties = new Properties();
        Path path = home.propertiesFile();
        if (Files.isRegularFile(path)) {
            try (var reader = Files.newBufferedReader(path)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new Refusal("%s cannot be read: %s".formatted(path, unreadable.getMessage()), unreadable);
            }
        }
        return new Settings(environment, properties);
    }

    String get(Setting setting) {
        var plain = setting == Setting.DATABASE_URL ? environment.getOrDefault("DATABASE_URL", "") : "";
        var fromEnvironment = environment.getOrDefault(setting.variable(), plain);
        var value = fromEnvironment.isBlank() ? file.getProperty(setting.key(), "") : fromEnvironment;
        return value.isBlank() ? setting.fallback() : value.strip();
    }

    int number(Setting setting, int least, int most) {
        var text = get(setting);
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException expected) {
            // The refusal below names the key, which the exception does not.
        }
        throw new Refusal("%s (%s) must be a whole number from %d to %d, not \"%s\"."
                .formatted(setting.variable(), setting.key(), least, most, text));
    }

    int port() {
        return number(Setting.PORT, 1, 65535);
    }

    String url() {
        var configured = get(Setting.URL);
        return configured.isEmpty() ? "%s://localhost:%d".formatted(scheme(), port()) : configured;
    }

    /** Where this machine itself reaches the server. */
    String localUrl() {
        var address = get(Setting.ADDRESS);
        return "%s://%s:%d".formatted(scheme(), "0.0.0.0".equals(address) ? "127.0.0.1" : address, port());
    }

    /** Whether the server itself speaks TLS, and nothing else then. */
    boolean tls() {
        return !get(Setting.TLS_CERTIFICATE).isEmpty() || !get(Setting.TLS_KEY).isEmpty();
    }

    private String scheme() {
        return tls() ? "https" : "http";
    }

    /** What the file says for the application; the server reads the environment by itself. */
    Map<String, String> forServer() {
        var server = new java.util.TreeMap<String, String>();
        for (var key : file.stringPropertyNames()) {
            server.put(key, file.getProperty(key));
        }
        return server;
    }
}
