package io.whetstone.workspace.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.PersistenceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkspacePlanTest extends PersistenceTest {
    final WorkspaceRepository workspaces = new WorkspaceRepository();

    @BeforeEach
    void connect() {
        workspaces.entities = entities;
    }

    @Test
    void the_installation_gives_a_plan_and_finds_the_workspace_by_name() {
        var id = givenWorkspace();
        asSystem();
        workspaces.find(id).orElseThrow().changePlan("gold");
        var name = "100%_" + id;
        workspaces.find(id).orElseThrow().rename(name);
        commit();

        asSystem();
        assertThat(workspaces.find(id).orElseThrow().plan()).isEqualTo("gold");
        assertThat(workspaces.newest(name, null, 5)).extracting(Workspace::id).containsExactly(id);
        assertThat(workspaces.newest("100__" + id, null, 5)).isEmpty();
        assertThat(workspaces.countMembers(id)).isEqualTo(1);
    }

    @Test
    void an_owner_cannot_give_one() {
        var id = givenWorkspace();
        as(id);
        rename(id);

        assertThatThrownBy(() -> update("update workspaces set plan = 'gold' where id = ?1", id))
                .hasMessageContaining("Only the installation");
    }

    private void rename(UUID id) {
        assertThat(entities.createNativeQuery("update workspaces set name = 'mine' where id = ?1")
                        .setParameter(1, id)
                        .executeUpdate())
                .isEqualTo(1);
    }
}
