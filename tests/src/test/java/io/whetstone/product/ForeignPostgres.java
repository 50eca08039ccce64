package io.whetstone.product;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A PostgreSQL that the product did not start and does not own; it lets nobody in from outside without a password. */
final class ForeignPostgres implements AutoCloseable {
    static final String APP_PASSWORD = "app's password: 1";

    private static final String HOSTS = """
            host all postgres 127.0.0.1/32 trust
            host all all      127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres server;

    private ForeignPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static ForeignPostgres start() {
        try {
            var postgres = new ForeignPostgres(
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start());
            Files.writeString(Path.of(postgres.ask("postgres", "show hba_file")), HOSTS);
            postgres.ask("postgres", "select pg_reload_conf()");
            return postgres;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A database whose owner is a superuser; returns its address as DATABASE_URL takes it. */
    String superuserUrl(String database) {
        run("create role boss login superuser password 'b:s'");
        run("create database %s owner boss".formatted(database));
        return url("boss:b%3As", database);
    }

    /** A database whose owner may do nothing elsewhere. */
    String ownerUrl(String owner, String database) {
        run("create role %s login password 'secret'".formatted(owner));
        run("create database %s owner %s".formatted(database, owner));
        return url(owner + ":secret", database);
    }

    /** What the refusal tells an administrator to run. */
    void prepare() {
        run("create role whetstone_app login password '%s'".formatted(APP_PASSWORD.replace("'", "''")));
    }

    void run(String sql) {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of the first row, as the superuser sees it. */
    String ask(String database, String query) {
        try (var connection = superuser(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection superuser(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    private String url(String who, String database) {
        return "postgres://%s@127.0.0.1:%d/%s".formatted(who, server.getPort(), database);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
