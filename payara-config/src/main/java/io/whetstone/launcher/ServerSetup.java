package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code whetstone asadmin FILE}: prepares home, keys and database for a Payara Server of somebody else, and writes the
 * commands that give it everything the EAR asks for.
 */
final class ServerSetup {
    private static final String NEXT = """
            %1$s is written; it holds a password. For a fresh domain of Payara Server 6:
              cp %2$s <domain>/lib/
              asadmin start-domain --postbootcommandfile %1$s <domain>
              asadmin restart-domain <domain>
              asadmin deploy --name=whetstone %3$s
            Later starts need no file; a newer EAR comes in by: asadmin redeploy --name=whetstone %3$s""";

    private final Home home;
    private final Settings settings;
    private final Progress progress;

    ServerSetup(Home home, Settings settings, Progress progress) {
        this.home = home;
        this.settings = settings;
        this.progress = progress;
    }

    void write(Path file) throws IOException {
        if (settings.get(Setting.DATABASE_URL).isEmpty()) {
            throw new Refusal("Nobody would start the own PostgreSQL for a Payara Server: set DATABASE_URL.");
        }
        if (settings.tls()) {
            throw new Refusal("A Payara Server has its certificate in its own domain: unset %s and %s."
                    .formatted(Setting.TLS_CERTIFICATE.variable(), Setting.TLS_KEY.variable()));
        }
        home.prepare();
        var keys = new Keys(home.keys());
        keys.ensureAll();
        var ear = Installation.current().ear();
        var database = new DatabaseSetup(home, settings, keys);
        var ready = database.start();
        progress.step(DatabaseSetup.migrate(ready, keys, Archive.unfold(ear, home.payara())));
        new MasterKeyCheck(new MasterKeys(home, settings)).run(ready.owner()).ifPresent(progress::say);
        new FirstAdministrator(home, ready.owner()).prepare();
        Home.writePrivate(file, String.join("\n", commands(keys, database.app())) + "\n");
        progress.say(NEXT.formatted(file, driver(), ear));
        if (Files.exists(home.firstPassword())) {
            progress.say("Then sign in as %s with the one-time password in %s"
                    .formatted(settings.get(Setting.ADMIN_EMAIL), home.firstPassword()));
        }
    }

    private List<String> commands(Keys keys, Database app) {
        var commands = new ArrayList<String>();
        ServerProperties.of(home, settings, Installation.current(), keys)
                .forEach((name, value) -> commands.add(property(name, value)));
        var starter = StarterModel.Wish.parse(settings.get(Setting.STARTER_MODEL));
        if (Files.isRegularFile(starter.file(home.cache()))) {
            commands.add(property(
                    "whetstone.model.starter-file", starter.file(home.cache()).toString()));
        }
        commands.addAll(ServerResources.serverCommands(settings, ServerProperties.pooled(app)));
        return commands;
    }

    private static String property(String name, String value) {
        return "set-config-property --propertyName=%s --propertyValue=%s --source=domain".formatted(name, value);
    }

    private static Path driver() throws IOException {
        var libraries = Installation.current().root().resolve("payara-config/target/lib");
        try (var files = Files.newDirectoryStream(libraries, "postgresql-*.jar")) {
            return files.iterator().next();
        }
    }
}
