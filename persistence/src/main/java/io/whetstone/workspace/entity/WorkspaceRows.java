package io.whetstone.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Every row that belongs to a workspace and that the caller sees, table by table. */
@Dependent
public class WorkspaceRows {
    /** Credentials and work in flight. */
    private static final Set<String> LEFT_OUT = Set.of(
            "api_keys",
            "secrets",
            "data_keys",
            "idempotency_keys",
            "realtime_events",
            "realtime_topics",
            "uploads",
            "notifications");

    private static final String TABLES = "select cast(c.relname as text) from pg_class c join pg_attribute a"
            + " on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped"
            + " where c.relnamespace = cast('public' as regnamespace) and c.relkind = 'r'"
            + " and has_table_privilege(c.oid, 'select') order by c.relname";
    private static final int FETCHED = 500;

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public List<String> tables() {
        return ((List<?>) entities.createNativeQuery(TABLES).getResultList())
                .stream()
                        .map(String.class::cast)
                        .filter(table -> !LEFT_OUT.contains(table))
                        .toList();
    }

    /** Hands out each row as one line of JSON, without holding more than some at a time. */
    public void each(String table, UUID workspaceId, Consumer<String> line) {
        var sql = "select to_jsonb(t)::text from %s t where workspace_id = ?"
                .formatted("\"" + table.replace("\"", "\"\"") + "\"");
        try (var select = entities.unwrap(Connection.class).prepareStatement(sql)) {
            select.setFetchSize(FETCHED);
            select.setObject(1, workspaceId);
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    line.accept(found.getString(1));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The rows of " + table + " could not be read", failure);
        }
    }
}
