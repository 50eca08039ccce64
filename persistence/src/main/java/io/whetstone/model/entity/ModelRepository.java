package io.whetstone.model.entity;

import io.whetstone.kernel.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The models of a workspace and those that everyone sees. */
@ApplicationScoped
public class ModelRepository {
    private static final String VISIBLE = "(m.workspaceId = :workspace or m.visibility = :everyone or m.id in :shared)";

    /** An id that nothing has: an empty list is no valid SQL. */
    private static final UUID NONE = new UUID(0, 0);

    /** What a caller sees from a workspace: its models, everyone's, and those that are shared with the caller. */
    public record Sight(UUID workspaceId, Set<UUID> shared) {
        /** Without anything that is shared. */
        public static Sight of(UUID workspaceId) {
            return new Sight(workspaceId, Set.of());
        }
    }

    @PersistenceContext(unitName = "whetstone")
    EntityManager em;

    public void add(Model model) {
        em.persist(model);
    }

    public void flush() {
        em.flush();
    }

    public void remove(Model model) {
        em.remove(model);
    }

    /** A model that the workspace sees: its own or one shared with everyone. */
    public Optional<Model> find(UUID workspaceId, UUID id) {
        return visible("m.id = :id", Sight.of(workspaceId))
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** A model of the workspace itself: the only kind that it may change. */
    public Optional<Model> findOwn(UUID workspaceId, UUID id) {
        return em.createQuery("select m from Model m where m.id = :id and m.workspaceId = :workspace", Model.class)
                .setParameter("id", id)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .findFirst();
    }

    /** The model for the system's own work, locked until the transaction ends. */
    public Optional<Model> lock(UUID id) {
        return Optional.ofNullable(em.find(Model.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Any model by its id, for the system's own work. */
    public Optional<Model> any(UUID id) {
        return Optional.ofNullable(em.find(Model.class, id));
    }

    /** By name, the workspace's own before a shared one. */
    public Optional<Model> named(Sight sight, String name) {
        return visible("m.name = :name", sight)
                .setParameter("name", name)
                .getResultStream()
                .min((a, b) -> Boolean.compare(
                        b.workspaceId().equals(sight.workspaceId()),
                        a.workspaceId().equals(sight.workspaceId())));
    }

    public boolean hasName(UUID workspaceId, String name) {
        return named(Sight.of(workspaceId), name).isPresent();
    }

    public boolean hasStarter(String starterKey) {
        return em.createQuery("select count(m) from Model m where m.starterKey = :key", Long.class)
                        .setParameter("key", starterKey)
                        .getSingleResult()
                > 0;
    }

    /** The newest ready base that everyone sees: its tokenizer counts where no model was chosen. */
    public Optional<Model> newestShared() {
        return em.createQuery(
                        "select m from Model m where m.visibility = :everyone and m.status = :ready"
                                + " and m.kind = :base order by m.createdAt desc",
                        Model.class)
                .setParameter("everyone", ModelVisibility.EVERYONE)
                .setParameter("ready", ModelStatus.READY)
                .setParameter("base", ModelKind.BASE)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Where things of the installation itself belong: with its first person. */
    public Optional<UUID> oldestWorkspace() {
        return em.createQuery("select w.id from Workspace w order by w.createdAt, w.id", UUID.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public List<UUID> idsOf(UUID workspaceId) {
        return em.createQuery("select m.id from Model m where m.workspaceId = :workspace", UUID.class)
                .setParameter("workspace", workspaceId)
                .getResultList();
    }

    public List<Model> basesOf(UUID workspaceId) {
        return em.createQuery("select m from Model m where m.workspaceId = :workspace and m.kind = :base", Model.class)
                .setParameter("workspace", workspaceId)
                .setParameter("base", ModelKind.BASE)
                .getResultList();
    }

    public List<Model> readyAdaptersOf(UUID workspaceId) {
        return em.createQuery(
                        "select m from Model m where m.workspaceId = :workspace and m.kind = :adapter"
                                + " and m.status = :ready order by m.createdAt, m.id",
                        Model.class)
                .setParameter("workspace", workspaceId)
                .setParameter("adapter", ModelKind.ADAPTER)
                .setParameter("ready", ModelStatus.READY)
                .getResultList();
    }

    /** The workspace other than this one whose adapter was first on a base. */
    public Optional<UUID> firstToBuildOn(UUID baseModelId, UUID otherThan) {
        return em.createQuery(
                        "select m.workspaceId from Model m where m.baseModelId = :base and m.workspaceId <> :workspace"
                                + " order by m.createdAt, m.id",
                        UUID.class)
                .setParameter("base", baseModelId)
                .setParameter("workspace", otherThan)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public long adaptersOf(UUID baseModelId) {
        return em.createQuery("select count(m) from Model m where m.baseModelId = :base", Long.class)
                .setParameter("base", baseModelId)
                .getSingleResult();
    }

    /** Newest first; one more than {@code limit} so that the caller sees whether there is a next page. */
    public List<Model> page(Sight sight, @Nullable ModelKind kind, @Nullable Cursor after, int limit) {
        var where = (kind == null ? "1 = 1" : "m.kind = :kind")
                + (after == null ? "" : " and (m.createdAt < :at or (m.createdAt = :at and m.id < :afterId))");
        var query = visible(where, sight).setMaxResults(limit + 1);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("afterId", after.id());
        }
        return query.getResultList();
    }

    private TypedQuery<Model> visible(String where, Sight sight) {
        return em.createQuery(
                        "select m from Model m where " + VISIBLE + " and " + where
                                + " order by m.createdAt desc, m.id desc",
                        Model.class)
                .setParameter("workspace", sight.workspaceId())
                .setParameter("everyone", ModelVisibility.EVERYONE)
                .setParameter("shared", sight.shared().isEmpty() ? Set.of(NONE) : sight.shared());
    }
}
