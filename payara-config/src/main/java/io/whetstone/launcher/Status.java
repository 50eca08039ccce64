package io.whetstone.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code whetstone status}: what runs on this home and how it is. Exit status 0 when ready, 3 when not running. */
final class Status {
    private final Home home;
    private final Settings settings;
    private final Progress progress;

    Status(Home home, Settings settings, Progress progress) {
        this.home = home;
        this.settings = settings;
        this.progress = progress;
    }

    int run() {
        var running = HomeLock.running(home);
        progress.say("home      " + home.root());
        progress.say("server    "
                + running.map(server -> "process %d, %s".formatted(server.pid(), server.url()))
                        .orElse("not running"));
        progress.say("database  " + database());
        if (running.isEmpty()) {
            return 3;
        }
        var health = Health.ask(home, running.get().localUrl() + "/health/ready");
        progress.say("ready     " + (health.ready() ? "yes" : "no"));
        checks(health);
        return health.ready() ? 0 : 1;
    }

    private String database() {
        if (!settings.get(Setting.DATABASE_URL).isEmpty()) {
            return Database.parse(settings.get(Setting.DATABASE_URL)).toString();
        }
        return Postmaster.of(home.postgresData())
                .map(postmaster -> "PostgreSQL, process %d, port %d".formatted(postmaster.pid(), postmaster.port()))
                .orElse("not running");
    }

    private void checks(Health health) {
        try {
            for (var check : new ObjectMapper().readTree(health.text()).path("checks")) {
                var data = check.path("data").isEmpty() ? "" : " " + check.path("data");
                progress.say("  %-7s %s%s"
                        .formatted(
                                check.path("status").asText(),
                                check.path("name").asText(),
                                data));
            }
        } catch (JsonProcessingException noJson) {
            progress.say("  " + health.text());
        }
    }
}
