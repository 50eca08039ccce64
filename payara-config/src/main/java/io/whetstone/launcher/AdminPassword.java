package io.whetstone.launcher;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/** {@code whetstone admin reset-password}: a new one-time password for the first administrator, ending all sessions. */
final class AdminPassword {
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Home home;

    AdminPassword(Home home) {
        this.home = home;
    }

    /** Answers what to tell the person at the terminal. */
    String reset(Database owner) {
        var administrator = new FirstAdministrator(home, owner)
                .find()
                .orElseThrow(() -> new Refusal("There is no administrator yet: ./whetstone up makes one."));
        var password = Keys.oneTimePassword();
        try (var connection = owner.connectToAll()) {
            store(connection, administrator.id(), hash(password));
            AuditNote.add(connection, "user.password_reset", "user", administrator.id(), Map.of());
            connection.commit();
        } catch (SQLException failure) {
            throw new Refusal("The password cannot be changed: " + failure.getMessage(), failure);
        }
        return "Sign in as %s with the one-time password %s".formatted(administrator.email(), password);
    }

    static String hash(String password) {
        var function = Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    }

    static boolean matches(String password, String hash) {
        return !hash.isEmpty() && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    private static void store(Connection connection, UUID user, String hash) throws SQLException {
        try (var change = connection.prepareStatement("""
                update users set password_hash = ?, must_change_password = true, one_time_password_at = now(),
                    version = version + 1
                where id = ?""")) {
            change.setString(1, hash);
            change.setObject(2, user);
            change.executeUpdate();
        }
        try (var revoke = connection.prepareStatement(
                "update sessions set revoked_at = now() where user_id = ? and revoked_at is null")) {
            revoke.setObject(1, user);
            revoke.executeUpdate();
        }
    }
}
