package io.whetstone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServerResourcesTest {
    @Test
    void every_executor_is_bounded_in_threads_and_in_what_waits() {
        var settings = new Settings(Map.of("WHETSTONE_TASK_PARALLELISM", "3"), new Properties());

        var commands = ServerResources.preBootCommands(settings).lines().toList();

        assertThat(commands)
                .filteredOn(line -> line.startsWith("create-managed-executor-service"))
                .hasSize(4)
                .allMatch(line -> line.contains("--maximumpoolsize=") && line.contains("--taskqueuecapacity="))
                .anyMatch(line -> line.contains("--maximumpoolsize=3 ") && line.endsWith("concurrent/tasks"));
    }

    @Test
    void no_password_stands_in_the_commands() {
        var commands = ServerResources.preBootCommands(new Settings(Map.of(), new Properties()));

        assertThat(commands).contains("password=${whetstone.launcher.jdbc-password}");
    }

    @Test
    void a_server_gets_the_same_resources_with_the_address_of_the_database_in_them() {
        var settings = new Settings(Map.of("WHETSTONE_PORT", "9000"), new Properties());
        var database = new Database("jdbc:postgresql://db:5433/main?sslmode=require", "app", "p:w");

        var commands = ServerResources.serverCommands(settings, database);

        assertThat(commands)
                .anyMatch(line -> line.contains("url=jdbc\\:postgresql\\://db\\:5433/main?sslmode\\=require:user=app"
                        + ":password=p\\:w AppPool"))
                .anyMatch(line -> line.endsWith("http-listener-1.port=9000"))
                .containsAll(ServerResources.preBootCommands(settings)
                        .lines()
                        .filter(line -> line.startsWith("create-") && !line.contains("-pool "))
                        .toList());
    }

    @Test
    void with_a_certificate_the_one_listener_speaks_tls_and_no_plain_one_stays() {
        var settings =
                new Settings(Map.of("WHETSTONE_TLS_CERTIFICATE", "a", "WHETSTONE_TLS_KEY", "b"), new Properties());

        assertThat(ServerResources.preBootCommands(settings))
                .contains("network-listener.http-listener.protocol=https-listener")
                .contains("ssl.key-store-password=${whetstone.launcher.tls-password}")
                .contains("protocol.https-listener.http.server-header=false");
        assertThat(ServerResources.preBootCommands(new Settings(Map.of(), new Properties())))
                .doesNotContain("https-listener");
    }

    @Test
    void a_refused_deployment_is_told_without_stack_frames() {
        assertThat(DeploymentLog.essence("Exception 0 :\nwrong\n  at io.x.Y.z(Y.java:1)\n\n"))
                .isEqualTo("Exception 0 :\nwrong");
    }
}
