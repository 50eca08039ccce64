package io.whetstone.workspace.entity;

import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Workspaces and their members. */
@Dependent
public class WorkspaceRepository {
    private static final int MOST = 1000;

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

    public void remove(WorkspaceMember member) {
        entities.remove(member);
    }

    /** With it goes all that belongs to it. */
    public void remove(Workspace workspace) {
        entities.createNativeQuery("delete from workspaces where id = ?1")
                .setParameter(1, workspace.id())
                .executeUpdate();
    }

    public void flush() {
        entities.flush();
    }

    public Optional<Workspace> find(UUID id) {
        return Optional.ofNullable(entities.find(Workspace.class, id));
    }

    /** Waits for other changes of this workspace and its members. */
    public Optional<Workspace> lock(UUID id) {
        return Optional.ofNullable(entities.find(Workspace.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<WorkspaceMember> member(UUID workspaceId, UUID userId) {
        return Optional.ofNullable(entities.find(WorkspaceMember.class, new WorkspaceMember.Key(workspaceId, userId)));
    }

    /** A person's role in a workspace, and whether that is archived, in one query. */
    public record Standing(WorkspaceRole role, boolean archived) {}

    public Optional<Standing> standing(UUID workspaceId, UUID userId) {
        return entities.createQuery(
                        "select m.role, w.archivedAt from WorkspaceMember m, Workspace w"
                                + " where m.workspaceId = :workspace and m.userId = :user and w.id = m.workspaceId",
                        Object[].class)
                .setParameter("workspace", workspaceId)
                .setParameter("user", userId)
                .getResultStream()
                .map(row -> new Standing((WorkspaceRole) row[0], row[1] != null))
                .findFirst();
    }

    /** The people of a workspace, those who came first at the beginning. */
    public List<WorkspaceMember> members(UUID workspaceId) {
        return entities.createQuery(
                        "select m from WorkspaceMember m where m.workspaceId = :workspace"
                                + " order by m.joinedAt, m.userId",
                        WorkspaceMember.class)
                .setParameter("workspace", workspaceId)
                .setMaxResults(MOST)
                .getResultList();
    }

    public List<WorkspaceMember> membershipsOf(UUID userId) {
        return entities.createQuery(
                        "select m from WorkspaceMember m where m.userId = :user order by m.joinedAt, m.workspaceId",
                        WorkspaceMember.class)
                .setParameter("user", userId)
                .setMaxResults(MOST)
                .getResultList();
    }

    public long owners(UUID workspaceId) {
        return entities.createQuery(
                        "select count(m) from WorkspaceMember m where m.workspaceId = :workspace and m.role = :owner",
                        Long.class)
                .setParameter("workspace", workspaceId)
                .setParameter("owner", WorkspaceRole.OWNER)
                .getSingleResult();
    }

    /** All of the installation, newest first; {@code limit + 1} rows tell whether there are more. */
    public List<Workspace> newest(String text, @Nullable Cursor after, int limit) {
        var query = entities.createQuery(
                        "select w from Workspace w where lower(w.name) like :text escape '!'"
                                + (after == null
                                        ? ""
                                        : " and (w.createdAt < :at or (w.createdAt = :at and w.id < :id))")
                                + " order by w.createdAt desc, w.id desc",
                        Workspace.class)
                .setParameter("text", "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return query.getResultList();
    }

    public long countMembers(UUID workspaceId) {
        return entities.createQuery(
                        "select count(m) from WorkspaceMember m where m.workspaceId = :workspace", Long.class)
                .setParameter("workspace", workspaceId)
                .getSingleResult();
    }

    /** Those whose time of grace is over. */
    public List<Workspace> endedBefore(Instant now, int most) {
        return entities.createQuery(
                        "select w from Workspace w where w.deleteAt <= :now order by w.deleteAt", Workspace.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }
}
