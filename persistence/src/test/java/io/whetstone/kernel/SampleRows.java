package io.whetstone.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes one row of any table, with the rows that it refers to, from nothing but the catalogue: what must be there gets
 * the plainest value that its type and its checks allow. What the catalogue does not tell stands in {@link #TOLD}.
 */
final class SampleRows {
    private static final String COLUMNS = """
            select a.attname, format_type(a.atttypid, a.atttypmod),
                   (select confrelid::regclass::text from pg_constraint f
                    where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum] limit 1)
            from pg_attribute a
            where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
              and not a.atthasdef and a.attidentity = '' and a.attgenerated = ''""";
    /** Those of a single column first: they list what it may be, and the others what goes together. */
    private static final String CHECKS = """
            select pg_get_constraintdef(oid) from pg_constraint where conrelid = ?::regclass and contype = 'c'
            order by cardinality(conkey), conname""";

    /** Values that a check asks for in a way that only people understand. */
    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("models.name", "'m'"),
            Map.entry("shares.grantee_user_id", "OWNER"),
            Map.entry("api_key_peppers.only_one", "true"),
            Map.entry("settings.scope", "'user'"),
            Map.entry("settings.owner_id", "OWNER"),
            Map.entry("secrets.user_id", "null"));

    private final Connection owner;
    private final UUID userId;
    private final UUID workspaceId;
    private final Map<String, String> made = new HashMap<>();

    SampleRows(Connection owner, UUID userId, UUID workspaceId) {
        this.owner = owner;
        this.userId = userId;
        this.workspaceId = workspaceId;
    }

    /** The row of this table as JSON; the same one each time. */
    String of(String table) throws SQLException {
        var known = made.get(table);
        if (known == null) {
            known = switch (table) {
                case "users" -> existing(table, "id = '" + userId + "'");
                case "workspaces" -> existing(table, "id = '" + workspaceId + "'");
                case "workspace_members" ->
                    existing(table, "workspace_id = '%s' and user_id = '%s'".formatted(workspaceId, userId));
                default -> insert(table);
            };
            made.put(table, known);
        }
        return known;
    }

    /** Where the row lies, for statements that ask for it alone. */
    String placeOf(String table) throws SQLException {
        return one("select ctid::text from %s t where to_jsonb(t) = '%s'::jsonb"
                .formatted(table, of(table).replace("'", "''")));
    }

    private String existing(String table, String where) throws SQLException {
        return one("select to_jsonb(t)::text from %s t where %s".formatted(table, where));
    }

    private String insert(String table) throws SQLException {
        var names = new ArrayList<String>();
        var values = new ArrayList<String>();
        for (var column : columns(table)) {
            names.add(column.name());
            values.add(value(table, column));
        }
        TOLD.forEach((name, value) -> {
            var column = name.substring(name.indexOf('.') + 1);
            if (name.startsWith(table + ".") && !names.contains(column)) {
                names.add(column);
                values.add(told(value));
            }
        });
        var sql = "insert into %1$s as t (%2$s) values (%3$s) on conflict do nothing returning to_jsonb(t)::text"
                .formatted(table, String.join(", ", names), String.join(", ", values));
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : one("select to_jsonb(t)::text from " + table + " t limit 1");
        }
    }

    private record Column(
            String name, String type, @Nullable String refersTo) {}

    private List<Column> columns(String table) throws SQLException {
        try (var select = owner.prepareStatement(COLUMNS)) {
            select.setString(1, table);
            var columns = new ArrayList<Column>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            return columns;
        }
    }

    private String value(String table, Column column) throws SQLException {
        var told = TOLD.get(table + "." + column.name());
        if (told != null) {
            return told(told);
        }
        if (column.name().equals("workspace_id") || "workspaces".equals(column.refersTo())) {
            return quoted(workspaceId);
        }
        if (column.name().equals("user_id") || "users".equals(column.refersTo())) {
            return quoted(userId);
        }
        if (column.refersTo() != null) {
            return "'"
                    + one("select '%s'::jsonb ->> 'id'"
                            .formatted(of(column.refersTo()).replace("'", "''"))) + "'";
        }
        var allowed = allowed(table, column.name());
        return allowed == null ? plain(column.type()) : "'" + allowed + "'";
    }

    /** The first value of a check such as {@code status in ('a', 'b')}. */
    private @Nullable String allowed(String table, String column) throws SQLException {
        var form = Pattern.compile("\\b" + column + "\\)?(?:::text)?\\)? = (?:ANY \\(+(?:ARRAY\\[)?)?'([^']+)'");
        try (var select = owner.prepareStatement(CHECKS)) {
            select.setString(1, table);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var found = form.matcher(rows.getString(1));
                    if (found.find()) {
                        return found.group(1);
                    }
                }
            }
        }
        return null;
    }

    private static String plain(String type) {
        return switch (type.replaceAll("\\(.*", "")) {
            case "uuid" -> "gen_random_uuid()";
            case "boolean" -> "false";
            case "json", "jsonb" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "timestamp with time zone" -> "now()";
            case "date" -> "current_date";
            case "integer", "bigint", "smallint", "double precision", "numeric" -> "1";
            case "inet" -> "'10.0.0.1'";
            default -> "'x'";
        };
    }

    private String told(String value) {
        return value.equals("OWNER") ? quoted(userId) : value;
    }

    private static String quoted(UUID id) {
        return "'" + id + "'";
    }

    private String one(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
