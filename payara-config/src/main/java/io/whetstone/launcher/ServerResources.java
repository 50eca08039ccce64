package io.whetstone.launcher;

import java.util.List;

/** The resources of the server, as asadmin commands that are run from nothing at each boot. */
final class ServerResources {
    private static final String HTTP = "configs.config.server-config.network-config.";

    private ServerResources() {}

    static String preBootCommands(Settings settings) {
        var lines = List.of(
                pool(settings.number(Setting.DATABASE_POOL_SIZE, 4, 1000)),
                "create-jdbc-resource --connectionpoolid=AppPool jdbc/app",
                executor("tasks", settings.number(Setting.TASK_PARALLELISM, 1, 256), 200, true),
                executor("training", settings.number(Setting.TRAINING_THREADS, 1, 256), 200, true),
                executor("realtime", 8, 20_000, false),
                executor("outbound", 64, 1_000, true),
                "create-managed-scheduled-executor-service --corepoolsize=4 concurrent/schedule",
                "set " + HTTP + "network-listeners.network-listener.http-listener.address="
                        + settings.get(Setting.ADDRESS),
                "set " + HTTP + "protocols.protocol.http-listener.http.server-header=false",
                "set " + HTTP + "protocols.protocol.http-listener.http.xpowered-by=false");
        return String.join("\n", lines) + "\n";
    }

    /** Before the boot this command runs into a part of the server that is not there yet. */
    static String postBootCommands() {
        return "set-batch-runtime-configuration --datasourcelookupname=jdbc/app --tableprefix=jbatch\n";
    }

    /**
     * Connections are asked whether they live before they are lent, and all are dropped when one does not: that is how
     * the server gets over a restart of PostgreSQL.
     */
    private static String pool(int size) {
        return String.join(
                " ",
                "create-jdbc-connection-pool",
                "--datasourceclassname=org.postgresql.ds.PGSimpleDataSource",
                "--restype=javax.sql.DataSource",
                "--steadypoolsize=2",
                "--maxpoolsize=" + size,
                "--poolresize=2",
                "--maxwait=15000",
                "--idletimeout=300",
                "--isconnectvalidatereq=true",
                "--validationmethod=custom-validation",
                "--validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
                "--validateatmostonceperiod=1",
                "--failconnection=true",
                "--property=url=${whetstone.launcher.jdbc-url}:user=${whetstone.launcher.jdbc-user}"
                        + ":password=${whetstone.launcher.jdbc-password}",
                "AppPool");
    }

    /** Bounded on both sides: so many threads, and then so many waiting, and then a refusal that the caller answers. */
    private static String executor(String name, int threads, int waiting, boolean longRunning) {
        var sizes =
                "--corepoolsize=%d --maximumpoolsize=%d --taskqueuecapacity=%d".formatted(threads, threads, waiting);
        return "create-managed-executor-service %s --longrunningtasks=%s concurrent/%s"
                .formatted(sizes, longRunning, name);
    }
}
