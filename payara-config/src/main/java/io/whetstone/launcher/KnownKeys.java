package io.whetstone.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the database knows of master keys: fingerprints, and how many data keys each of them wraps. */
final class KnownKeys {
    private final Connection connection;

    KnownKeys(Connection connection) {
        this.connection = connection;
    }

    /** A master key that is still needed: the current one, or one that wraps data keys. */
    record Known(String id, boolean current, long dataKeys) {}

    Optional<String> current() throws SQLException {
        return needed().stream().filter(Known::current).map(Known::id).findFirst();
    }

    List<Known> needed() throws SQLException {
        var found = new ArrayList<Known>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select m.id, m.superseded_at is null, count(d.id) from master_keys m
                        left join data_keys d on d.master_key_id = m.id
                        group by m.id having m.superseded_at is null or count(d.id) > 0
                        order by 2 desc, m.id""")) {
            while (rows.next()) {
                found.add(new Known(rows.getString(1), rows.getBoolean(2), rows.getLong(3)));
            }
        }
        return found;
    }

    /** Whether a rotation was begun and not told as finished. */
    boolean rotating() throws SQLException {
        return count("master_keys where superseded_at is not null and retired_at is null") > 0;
    }

    long count(String what) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void add(String id) throws SQLException {
        try (var insert = connection.prepareStatement("insert into master_keys (id, created_at) values (?, now())")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    /** New data keys are wrapped by this one from here on. Waits for those that are being wrapped. */
    void supersede(String id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("update master_keys set superseded_at = now() where superseded_at is null");
        }
        try (var insert = connection.prepareStatement("""
                insert into master_keys (id, created_at) values (?, now())
                on conflict (id) do update set superseded_at = null, retired_at = null""")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    /** Answers the master keys that wrap nothing any more. */
    List<String> retire() throws SQLException {
        var retired = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        update master_keys m set retired_at = now()
                        where superseded_at is not null and retired_at is null
                          and not exists (select from data_keys where master_key_id = m.id) returning id""")) {
            while (rows.next()) {
                retired.add(rows.getString(1));
            }
        }
        return retired;
    }
}
