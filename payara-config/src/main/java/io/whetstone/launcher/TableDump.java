package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Every row of every table as PostgreSQL's own COPY text, in one snapshot and without a limit on their number. The
 * order of the tables lets them be read back while foreign keys hold.
 */
final class TableDump {
    /** Tables of the schema in the order of their foreign keys: a table after all that it refers to. */
    private static final String TABLES = """
            with recursive tables as (
                select c.oid, c.relname from pg_class c
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                  and c.relname not in ('flyway_schema_history', 'tenancy_keys')
            ), refers as (
                select conrelid as child, confrelid as parent from pg_constraint
                where contype = 'f' and conrelid <> confrelid
            ), levels as (
                select oid, relname, 0 as level from tables
                union
                select t.oid, t.relname, l.level + 1 from levels l
                join refers r on r.parent = l.oid join tables t on t.oid = r.child
                where l.level < 64
            )
            select relname from levels group by relname order by max(level), relname""";

    private static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = ('public.' || quote_ident(?))::regclass and attnum > 0
              and not attisdropped and attgenerated = ''""";

    private static final String SEQUENCES = """
            select sequencename, last_value from pg_sequences
            where schemaname = 'public' and last_value is not null order by 1""";

    private final Connection connection;

    TableDump(Connection connection) {
        this.connection = connection;
    }

    record Sequence(String name, long value) {}

    List<String> tables() throws SQLException {
        return names(TABLES);
    }

    private List<String> names(String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    List<Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Sequence>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                sequences.add(new Sequence(rows.getString(1), rows.getLong(2)));
            }
        }
        return sequences;
    }

    String columns(String table) throws SQLException {
        try (var query = connection.prepareStatement(COLUMNS)) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    void write(String table, String columns, OutputStream out) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        copy.copyOut("copy (select %s from public.%s) to stdout".formatted(columns, quoted(table)), out);
    }

    long read(String table, String columns, InputStream in) throws SQLException, IOException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        return copy.copyIn("copy public.%s (%s) from stdin".formatted(quoted(table), columns), in);
    }

    /** COPY reads nothing into a table whose policies bind its owner too; to be undone in the same transaction. */
    void bindOwner(List<String> tables, boolean bound) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute("alter table public.%s %s row level security"
                        .formatted(quoted(table), bound ? "force" : "no force"));
            }
        }
    }

    /** Tables whose policies bind their owner. */
    List<String> binding() throws SQLException {
        return names("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                  and relforcerowsecurity order by relname""");
    }

    /** Rows that migrations put in are in the archive too. */
    void empty(List<String> tables) throws SQLException {
        if (tables.isEmpty()) {
            return;
        }
        var names = String.join(
                ", ", tables.stream().map(table -> "public." + quoted(table)).toList());
        try (var statement = connection.createStatement()) {
            statement.execute("truncate " + names);
        }
    }

    void set(Sequence sequence) throws SQLException {
        try (var call = connection.prepareStatement("select setval(('public.' || quote_ident(?))::regclass, ?)")) {
            call.setString(1, sequence.name());
            call.setLong(2, sequence.value());
            call.execute();
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
