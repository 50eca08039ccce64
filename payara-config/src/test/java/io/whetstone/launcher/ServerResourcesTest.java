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
                .hasSize(3)
                .allMatch(line -> line.contains("--maximumpoolsize=") && line.contains("--taskqueuecapacity="))
                .anyMatch(line -> line.contains("--maximumpoolsize=3 ") && line.endsWith("concurrent/tasks"));
    }

    @Test
    void no_password_stands_in_the_commands() {
        var commands = ServerResources.preBootCommands(new Settings(Map.of(), new Properties()));

        assertThat(commands).contains("password=${whetstone.launcher.jdbc-password}");
    }

    @Test
    void a_refused_deployment_is_told_without_stack_frames() {
        assertThat(DeploymentLog.essence("Exception 0 :\nwrong\n  at io.x.Y.z(Y.java:1)\n\n"))
                .isEqualTo("Exception 0 :\nwrong");
    }
}
