package io.whetstone.training.config.entity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.training.config.entity.TrainingConfiguration.Content;
import io.whetstone.training.config.entity.TrainingConfiguration.Named;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingConfigurationRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    static final Named MODEL = new Named(UUID.randomUUID(), "tiny");

    final TrainingConfigurationRepository configurations = new TrainingConfigurationRepository();

    @BeforeEach
    void inject() {
        configurations.entities = entities;
    }

    @Test
    void the_list_comes_newest_first_and_can_be_searched() {
        var ada = givenWorkspace();
        as(ada);
        var first = saved(ada, "Careful", NOON);
        var second = saved(ada, "Bold", NOON.plusSeconds(1));

        assertThat(configurations.newest(ada, "", null, 1)).containsExactly(second, first);
        assertThat(configurations.newest(ada, "", new Cursor(second.createdAt(), second.id()), 5))
                .containsExactly(first);
        assertThat(configurations.newest(ada, "CARE", null, 5)).containsExactly(first);
        assertThat(configurations.newest(ada, "_are", null, 5)).isEmpty();
    }

    @Test
    void what_is_saved_is_read_again_and_can_be_replaced_as_a_whole() {
        var ada = givenWorkspace();
        as(ada);
        var id = saved(ada, "Careful", NOON).id();
        commit();
        as(ada);
        var read = configurations.find(ada, id).orElseThrow();
        assertThat(read.dataset()).isEqualTo(new Named(MODEL.id(), "rows"));
        assertThat(read.parameters().path("epochs").asInt()).isEqualTo(2);

        var parameters = JsonNodeFactory.instance.objectNode().put("epochs", 5);
        read.save(new Content("Bold", "loud", MODEL, null, null, parameters), NOON.plusSeconds(9));
        commit();
        as(ada);

        var again = configurations.find(ada, id).orElseThrow();
        assertThat(again.version()).isEqualTo(read.version());
        assertThat(again.dataset()).isNull();
        assertThat(again.parameters().path("epochs").asInt()).isEqualTo(5);
    }

    @Test
    void another_workspace_sees_nothing_even_when_it_knows_the_id() {
        var ada = givenWorkspace();
        var eve = givenWorkspace();
        as(ada);
        var id = saved(ada, "Careful", NOON).id();
        commit();

        as(eve);
        assertThat(configurations.find(ada, id)).isEmpty();
    }

    private TrainingConfiguration saved(UUID workspace, String name, Instant at) {
        var parameters = JsonNodeFactory.instance.objectNode().put("epochs", 2);
        var content = new Content(name, null, MODEL, new Named(MODEL.id(), "rows"), null, parameters);
        var configuration = new TrainingConfiguration(workspace, content, workspace, at);
        configurations.add(configuration);
        configurations.flush();
        return configuration;
    }
}
