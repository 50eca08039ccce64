package io.whetstone.launcher;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a database in one role. */
record Database(String jdbcUrl, String user, String password) {
    static Database local(int port, String name, String user, String password) {
        return new Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), user, password);
    }

    /** Reads {@code postgres://user:password@host:port/database?options}, as tools around PostgreSQL spell it. */
    static Database parse(String url) {
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        try {
            var uri = URI.create(plain);
            if (complete(uri)) {
                return of(uri);
            }
        } catch (IllegalArgumentException expected) {
            // The refusal below says the form without repeating a password.
        }
        throw new Refusal("DATABASE_URL must have the form postgres://user:password@host:port/database.");
    }

    private static boolean complete(URI uri) {
        return ("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme()))
                && uri.getRawUserInfo() != null
                && uri.getHost() != null
                && uri.getPath().length() > 1;
    }

    private static Database of(URI uri) {
        var parts = uri.getRawUserInfo().split(":", 2);
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var jdbc = "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getRawPath(), options);
        return new Database(jdbc, decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Database as(String otherUser, String otherPassword) {
        return new Database(jdbcUrl, otherUser, otherPassword);
    }

    Database named(String name) {
        return new Database(jdbcUrl.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"), user, password);
    }

    Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(10);
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** A connection that sees the rows of every workspace, in one transaction that the caller ends. */
    Connection connectToAll() throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.system', 'on', false)");
        }
        connection.commit();
        return connection;
    }

    @Override
    public String toString() {
        return user + "@" + jdbcUrl.replaceAll("\\?.*", "");
    }
}
