package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** How the server logs: one JSON object a line in {@code logs/server.0.log}, older files beside it, 100 MB at most. */
final class ServerLog {
    private ServerLog() {}

    static Path file(Home home) {
        return home.logs().resolve("server.0.log");
    }

    static String properties(Path logs) {
        return """
                handlers=java.util.logging.FileHandler
                .level=INFO
                java.util.logging.FileHandler.pattern=%s/server.%%g.log
                java.util.logging.FileHandler.limit=10000000
                java.util.logging.FileHandler.count=10
                java.util.logging.FileHandler.append=true
                java.util.logging.FileHandler.encoding=UTF-8
                java.util.logging.FileHandler.formatter=io.whetstone.launcher.JsonLines
                org.hibernate.validator.internal.util.Version.level=WARNING
                javax.enterprise.system.tools.deployment.dol.level=WARNING
                javax.enterprise.system.tools.deployment.common.level=WARNING
                fish.payara.nucleus.util.level=WARNING
                org.glassfish.admin.mbeanserver.level=WARNING
                org.flywaydb.level=WARNING
                """.formatted(logs.toString().replace("%", "%%").replace("\\", "/"));
    }

    /** Takes hold of everything that is logged from here on, this process's own lines included. */
    static Path install(Home home) throws IOException {
        var file = home.payara().resolve("logging.properties");
        Files.writeString(file, properties(home.logs()), StandardCharsets.UTF_8);
        try (InputStream in = Files.newInputStream(file)) {
            LogManager.getLogManager().readConfiguration(in);
        }
        return file;
    }

    /** What libraries print past the log would stand between the lines of progress; it goes to a file of its own. */
    static void divertConsole(Home home) throws IOException {
        var file = home.logs().resolve("console.log");
        var console = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
        System.setOut(console);
        System.setErr(console);
    }
}
