package io.whetstone.workspace.entity;

import io.whetstone.access.entity.WorkspaceRole;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Workspaces and their members. */
@Dependent
public class WorkspaceRepository {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Stores it at once: EclipseLink orders inserts by class, and others refer to this row. */
    public void add(Workspace workspace) {
        entities.persist(workspace);
        entities.flush();
    }

    public void add(WorkspaceMember member) {
        entities.persist(member);
    }

    public Optional<Workspace> find(UUID id) {
        return Optional.ofNullable(entities.find(Workspace.class, id));
    }

    public Optional<WorkspaceRole> roleOf(UUID workspaceId, UUID userId) {
        return Optional.ofNullable(entities.find(WorkspaceMember.class, new WorkspaceMember.Key(workspaceId, userId)))
                .map(WorkspaceMember::role);
    }

    public List<WorkspaceMember> membershipsOf(UUID userId) {
        return entities.createQuery(
                        "select m from WorkspaceMember m where m.userId = :user order by m.joinedAt, m.workspaceId",
                        WorkspaceMember.class)
                .setParameter("user", userId)
                .setMaxResults(MOST)
                .getResultList();
    }
}
