package io.whetstone.access.entity;

import io.whetstone.kernel.EnumText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sees what beyond its workspace. */
@Dependent
public class ShareRepository {
    private static final String TO_PERSON = " and (grantee_user_id = ?3 or grantee_workspace_id in"
            + " (select m.workspace_id from workspace_members m where m.user_id = ?3))";
    private static final String TO_WORKSPACE = " and grantee_workspace_id = ?3";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** What a share opens: the object's own workspace, and how far. */
    public record Grant(UUID workspaceId, ShareLevel level) {}

    public void add(Share share) {
        entities.persist(share);
        entities.flush();
    }

    public Optional<Share> find(UUID workspaceId, UUID id) {
        return entities.createQuery(
                        "select s from Share s where s.id = :id and s.workspaceId = :workspace", Share.class)
                .setParameter("id", id)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .findFirst();
    }

    public List<Share> ofObject(UUID workspaceId, Shareable type, UUID id) {
        return entities.createQuery(
                        "select s from Share s where s.workspaceId = :workspace and s.resourceType = :type"
                                + " and s.resourceId = :id order by s.createdAt, s.id",
                        Share.class)
                .setParameter("workspace", workspaceId)
                .setParameter("type", type)
                .setParameter("id", id)
                .getResultList();
    }

    /** What is shared with a person, directly or through a workspace, newest first. */
    public List<Share> receivedBy(UUID userId) {
        var rows = entities.createNativeQuery(
                        "select * from shares where (grantee_user_id = ?1 or grantee_workspace_id in"
                                + " (select m.workspace_id from workspace_members m where m.user_id = ?1))"
                                + " and created_by <> ?1 order by created_at desc, id limit 500",
                        Share.class)
                .setParameter(1, userId)
                .getResultList();
        return ((List<?>) rows).stream().map(Share.class::cast).toList();
    }

    /** Gives the shares of an object to its new workspace, which needs none of its own any more. */
    public void move(Shareable type, UUID id, UUID workspaceId) {
        change(
                "delete from shares where grantee_workspace_id = ?3 and resource_type = ?1 and resource_id = ?2",
                type,
                id,
                workspaceId);
        change(
                "update shares set workspace_id = ?3 where resource_type = ?1 and resource_id = ?2",
                type,
                id,
                workspaceId);
    }

    private void change(String sql, Shareable type, UUID id, UUID workspaceId) {
        entities.createNativeQuery(sql)
                .setParameter(1, EnumText.of(type))
                .setParameter(2, id)
                .setParameter(3, workspaceId)
                .executeUpdate();
    }

    public void remove(Share share) {
        entities.remove(share);
    }

    public void flush() {
        entities.flush();
    }

    /** The widest share of an object with this person, directly or through one of the person's workspaces. */
    public Optional<Grant> widestTo(UUID userId, Shareable type, UUID id) {
        return widest(TO_PERSON, userId, type, id);
    }

    /** The widest share of an object with this workspace. */
    public Optional<Grant> widestWith(UUID workspaceId, Shareable type, UUID id) {
        return widest(TO_WORKSPACE, workspaceId, type, id);
    }

    /** The objects of a type that are shared with this person, directly or through a workspace. */
    public Set<UUID> idsSharedTo(UUID userId, Shareable type) {
        var ids = entities.createNativeQuery("select resource_id from shares where resource_type = ?1"
                        + " and (grantee_user_id = ?2 or grantee_workspace_id in"
                        + " (select m.workspace_id from workspace_members m where m.user_id = ?2))")
                .setParameter(1, EnumText.of(type))
                .setParameter(2, userId)
                .getResultList();
        return ((List<?>) ids).stream().map(id -> (UUID) id).collect(Collectors.toSet());
    }

    private Optional<Grant> widest(String to, UUID grantee, Shareable type, UUID id) {
        var rows = entities.createNativeQuery(
                        "select workspace_id, level from shares where resource_type = ?1 and resource_id = ?2" + to
                                + " order by array_position('{edit,comment,view}', level::text) limit 1")
                .setParameter(1, EnumText.of(type))
                .setParameter(2, id)
                .setParameter(3, grantee)
                .getResultList();
        return ((List<?>) rows).stream().map(ShareRepository::grant).findFirst();
    }

    private static Grant grant(@Nullable Object row) {
        var columns = (Object[]) Objects.requireNonNull(row);
        var level = EnumText.parse(ShareLevel.class, (String) columns[1]);
        return new Grant((UUID) columns[0], Objects.requireNonNull(level));
    }
}
