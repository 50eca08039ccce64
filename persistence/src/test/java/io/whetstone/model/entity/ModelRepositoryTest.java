package io.whetstone.model.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.kernel.ProblemException;
import io.whetstone.model.entity.ModelRepository.Sight;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final ModelRepository models = new ModelRepository();
    UUID workspace = new UUID(0, 0);
    UUID stranger = new UUID(0, 0);

    @BeforeEach
    void givenTwoWorkspaces() {
        models.em = entities;
        workspace = givenWorkspace();
        stranger = givenWorkspace();
        asSystem();
    }

    @Test
    void a_model_is_seen_in_its_own_workspace_only() {
        var model = added(Model.base(wanted("tiny"), NOON));
        as(stranger);

        assertThat(models.find(stranger, model.id())).isEmpty();
        assertThat(models.page(Sight.of(stranger), null, null, 10))
                .extracting(Model::id)
                .doesNotContain(model.id());
        as(workspace);
        assertThat(models.find(workspace, model.id())).isPresent();
    }

    @Test
    void the_starter_is_seen_by_everyone_and_changed_by_its_own() {
        var starter = added(Model.starter(wanted("starter"), UUID.randomUUID().toString(), NOON));
        commit();
        as(stranger);

        assertThat(models.find(stranger, starter.id())).isPresent();
        assertThat(models.findOwn(stranger, starter.id())).isEmpty();
        assertThat(entities.createQuery("update Model m set m.displayName = 'mine' where m.id = :id")
                        .setParameter("id", starter.id())
                        .executeUpdate())
                .isZero();
    }

    @Test
    void there_is_one_starter() {
        var key = UUID.randomUUID().toString();
        added(Model.starter(wanted("one"), key, NOON));

        var other = Model.starter(wanted("two"), key, NOON);

        assertThat(models.hasStarter(key)).isTrue();
        assertThatThrownBy(() -> added(other)).isInstanceOf(PersistenceException.class);
    }

    @Test
    void an_own_model_hides_a_shared_one_of_the_same_name() {
        var name = "m" + UUID.randomUUID();
        var shared = added(Model.starter(wanted(name), name, NOON));
        var own = added(
                Model.base(new NewModel(stranger, name, name, JsonNodeFactory.instance.objectNode(), null), NOON));

        assertThat(models.named(Sight.of(stranger), name).orElseThrow().id()).isEqualTo(own.id());
        assertThat(models.named(Sight.of(workspace), name).orElseThrow().id()).isEqualTo(shared.id());
    }

    @Test
    void an_adapter_names_its_base() {
        var base = added(Model.base(wanted("base"), NOON));
        var adapter = Model.adapter(wanted("adapter"), base.id(), UUID.randomUUID(), NOON);
        adapter.learntUnder("Be brief.");
        added(adapter);

        assertThat(models.adaptersOf(base.id())).isEqualTo(1);
        assertThat(models.page(Sight.of(workspace), ModelKind.ADAPTER, null, 10))
                .extracting(Model::name)
                .containsExactly("adapter");
        assertThat(models.page(Sight.of(workspace), null, null, 10))
                .extracting(Model::systemPrompt)
                .containsExactlyInAnyOrder("Be brief.", null);
    }

    @Test
    void an_import_ends_once() {
        var model = Model.base(wanted("tiny"), NOON);
        model.report(0.5);
        model.report(0.25);
        model.ready(new ModelFacts("llama", 10, 2048, 40, "Apache-2.0"));
        model.report(0.75);

        assertThat(model.isReady()).isTrue();
        assertThat(model.progress()).isEqualTo(1);
        assertThatThrownBy(() -> model.fail("late")).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_base_cannot_go_while_another_workspace_builds_on_it() {
        givenBaseWithAdapterElsewhere("kept");

        assertThatThrownBy(() -> update("delete from workspaces where id = ?1", givenNoMember()))
                .hasMessageContaining("base_model_id");
    }

    @Test
    void a_base_that_moved_outlives_its_workspace() {
        var base = givenBaseWithAdapterElsewhere("moved");
        var unused = added(Model.base(wanted("unused"), NOON));

        var heir = models.firstToBuildOn(base.id(), workspace).orElseThrow();
        base.moveTo(heir, "moved-2");
        models.flush();
        update("delete from workspaces where id = ?1", givenNoMember());
        entities.clear();

        assertThat(heir).isEqualTo(stranger);
        assertThat(models.any(base.id()).orElseThrow().workspaceId()).isEqualTo(stranger);
        assertThat(models.any(unused.id())).isEmpty();
        assertThat(models.adaptersOf(base.id())).isEqualTo(1);
        assertThat(models.firstToBuildOn(base.id(), stranger)).isEmpty();
    }

    private Model givenBaseWithAdapterElsewhere(String name) {
        var base = added(Model.base(wanted(name), NOON));
        var adapter = new NewModel(stranger, "a-" + name, name, JsonNodeFactory.instance.objectNode(), null);
        added(Model.adapter(adapter, base.id(), UUID.randomUUID(), NOON));
        return base;
    }

    /** The workspace once it is nobody's personal one. */
    private UUID givenNoMember() {
        entities.createNativeQuery("update users set personal_workspace_id = ?2 where personal_workspace_id = ?1")
                .setParameter(1, workspace)
                .setParameter(2, stranger)
                .executeUpdate();
        return workspace;
    }

    private Model added(Model model) {
        models.add(model);
        models.flush();
        return model;
    }

    private NewModel wanted(String name) {
        return new NewModel(workspace, name, name, JsonNodeFactory.instance.objectNode(), null);
    }
}
