package io.whetstone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The first administrator: made by the server from a password file that this class writes before the first start. */
final class FirstAdministrator {
    private static final String OLDEST = """
            select id, email, must_change_password, password_hash from users
            where role = 'admin' and status = 'active' order by created_at, id limit 1""";

    private static final String SESSION = """
            insert into sessions (id, user_id, method, user_agent, address, created_at, last_used_at, expires_at,
                ends_at)
            values (?, ?, 'local', 'whetstone token', '', ?, ?, ?, ?)""";

    private final Home home;
    private final Database owner;

    FirstAdministrator(Home home, Database owner) {
        this.home = home;
        this.owner = owner;
    }

    record Administrator(UUID id, String email, boolean mustChangePassword, String passwordHash) {
        boolean waitsFor(String oneTimePassword) {
            return mustChangePassword && AdminPassword.matches(oneTimePassword, passwordHash);
        }
    }

    Optional<Administrator> find() {
        try (var connection = owner.connectToAll();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(OLDEST)) {
            return rows.next()
                    ? Optional.of(new Administrator(
                            rows.getObject(1, UUID.class), rows.getString(2), rows.getBoolean(3), rows.getString(4)))
                    : Optional.empty();
        } catch (SQLException failure) {
            throw new Refusal("The first administrator cannot be looked up: " + failure.getMessage(), failure);
        }
    }

    /** A session on this machine that lives as long as one access token. */
    UUID openSession(UUID administrator, Instant now) {
        var id = UUID.randomUUID();
        try (var connection = owner.connectToAll();
                var insert = connection.prepareStatement(SESSION)) {
            insert.setObject(1, id);
            insert.setObject(2, administrator);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setObject(5, now.plus(AccessToken.LIFE).atOffset(ZoneOffset.UTC));
            insert.setObject(6, now.plus(AccessToken.LIFE).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
            AuditNote.add(connection, "token.issued", "user", administrator, Map.of("sessionId", id.toString()));
            connection.commit();
            return id;
        } catch (SQLException failure) {
            throw new Refusal("A session cannot be opened: " + failure.getMessage(), failure);
        }
    }

    /** Before the server starts: the password it shall give to the first user it makes. */
    void prepare() throws IOException {
        if (!Files.exists(home.firstPassword()) && find().isEmpty()) {
            Home.writePrivate(home.firstPassword(), Keys.oneTimePassword());
        }
    }

    /**
     * After the server started: how to sign in, as long as nobody has; then the password file goes. The password waits
     * for its use from now on, so that an installation that was made long ago can still be entered.
     */
    Optional<String> invitation() throws IOException {
        var found = find();
        if (found.isEmpty() || !Files.exists(home.firstPassword())) {
            return Optional.empty();
        }
        var password = Files.readString(home.firstPassword()).strip();
        if (!found.get().waitsFor(password)) {
            Files.delete(home.firstPassword());
            return Optional.empty();
        }
        renew(found.get().id());
        return Optional.of("Sign in as %s with the one-time password %s"
                .formatted(found.get().email(), password));
    }

    private void renew(UUID administrator) {
        try (var connection = owner.connectToAll();
                var change = connection.prepareStatement(
                        "update users set one_time_password_at = now(), version = version + 1 where id = ?")) {
            change.setObject(1, administrator);
            change.executeUpdate();
            connection.commit();
        } catch (SQLException failure) {
            throw new Refusal("The first administrator cannot be let in: " + failure.getMessage(), failure);
        }
    }
}
