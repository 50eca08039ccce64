package io.whetstone.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The resources of the server as asadmin commands: the one source for the Payara Micro of the launcher, which meets
 * them from nothing at each boot, and for a Payara Server.
 */
final class ServerResources {
    private static final String NETWORK = "configs.config.server-config.network-config.";
    /** How the server itself puts in, at each boot, what the launcher told it as system properties. */
    private static final String TOLD = "url=${whetstone.launcher.jdbc-url}:user=${whetstone.launcher.jdbc-user}"
            + ":password=${whetstone.launcher.jdbc-password}";

    private ServerResources() {}

    /** For the Payara Micro of the launcher. */
    static String preBootCommands(Settings settings) {
        var lines = new ArrayList<>(pools(settings, TOLD));
        lines.add(listener("http-listener", "address", settings.get(Setting.ADDRESS)));
        lines.addAll(silence("http-listener"));
        if (settings.tls()) {
            lines.addAll(secure());
            lines.addAll(silence("https-listener"));
        }
        return String.join("\n", lines) + "\n";
    }

    /**
     * Puts the one listener on the protocol that speaks TLS, so that no plain one stays. The type of its key store is
     * not said: PKCS12 is none that the server lets be written, but read it is.
     */
    private static List<String> secure() {
        var protocol = "set " + NETWORK + "protocols.protocol.https-listener.";
        var settings = Stream.of(
                "http.http2-enabled=false",
                "ssl.classname=org.glassfish.grizzly.config.ssl.JSSEImplementation",
                "ssl.key-store=${whetstone.launcher.tls-store}",
                "ssl.key-store-password=${whetstone.launcher.tls-password}",
                "ssl.cert-nickname=" + TlsStore.ALIAS,
                "ssl.tls12-enabled=true",
                "ssl.tls13-enabled=true",
                "ssl.handshake-timeout-millis=10000",
                "ssl.ssl3-tls-ciphers=" + String.join(",", TlsStore.SUITES));
        return Stream.concat(
                        settings.map(protocol::concat),
                        Stream.of(listener("http-listener", "protocol", "https-listener")))
                .toList();
    }

    /** For a Payara Server of somebody else, to be run once: its domain remembers them. */
    static List<String> serverCommands(Settings settings, Database app) {
        var lines = new ArrayList<>(pools(
                settings,
                "url=%s:user=%s:password=%s"
                        .formatted(escaped(app.jdbcUrl()), escaped(app.user()), escaped(app.password()))));
        lines.add(postBootCommands().strip());
        lines.add(listener("http-listener-1", "address", settings.get(Setting.ADDRESS)));
        lines.add(listener("http-listener-1", "port", Integer.toString(settings.port())));
        lines.addAll(silence("http-listener-1"));
        return lines;
    }

    private static List<String> pools(Settings settings, String connection) {
        return List.of(
                pool(settings.number(Setting.DATABASE_POOL_SIZE, 4, 1000), connection),
                "create-jdbc-resource --connectionpoolid=AppPool jdbc/app",
                executor("tasks", settings.number(Setting.TASK_PARALLELISM, 1, 256), 200, true),
                executor("training", settings.number(Setting.TRAINING_THREADS, 1, 256), 200, true),
                executor("realtime", 8, 20_000, false),
                executor("outbound", 64, 1_000, true),
                "create-managed-scheduled-executor-service --corepoolsize=4 concurrent/schedule");
    }

    private static String listener(String name, String attribute, String value) {
        return "set %snetwork-listeners.network-listener.%s.%s=%s".formatted(NETWORK, name, attribute, value);
    }

    /** Answers do not tell which server gives them. */
    private static List<String> silence(String protocol) {
        return Stream.of("server-header", "xpowered-by")
                .map(header -> "set %sprotocols.protocol.%s.http.%s=false".formatted(NETWORK, protocol, header))
                .toList();
    }

    /** Colons part the properties of a pool, and equals signs their names from their values. */
    private static String escaped(String value) {
        return value.replaceAll("[\\\\:=]", "\\\\$0");
    }

    /** Before the boot this command runs into a part of the server that is not there yet. */
    static String postBootCommands() {
        return "set-batch-runtime-configuration --datasourcelookupname=jdbc/app --tableprefix=jbatch\n";
    }

    /**
     * Connections are asked whether they live before they are lent, and all are dropped when one does not: that is how
     * the server gets over a restart of PostgreSQL.
     */
    private static String pool(int size, String connection) {
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
                "--property=" + connection,
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
