package io.whetstone.launcher;

import io.whetstone.envelope.MasterKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** {@code whetstone secrets status | rotate | abandon}: the master key of stored credentials. */
final class Secrets {
    private static final String USAGE = "secrets knows: status, rotate, abandon FINGERPRINT";

    /** All that was sealed, and what cannot be checked without it. */
    private static final List<String> LOST = List.of(
            "delete from secrets",
            "delete from data_keys",
            "delete from master_keys",
            "delete from signing_keys",
            "update api_keys set revoked_at = now() where revoked_at is null",
            "delete from api_key_peppers",
            "delete from recovery_codes",
            "delete from second_factors",
            "update users set second_factor = false where second_factor",
            "update identity_providers set sealed_secret = null",
            "delete from external_sessions",
            "delete from sso_sign_ins",
            "delete from outbox where topic = 'mail' and delivered_at is null");

    private final Home home;
    private final MasterKeys keys;
    private final Progress progress;

    Secrets(Home home, Settings settings, Progress progress) {
        this.home = home;
        this.keys = new MasterKeys(home, settings);
        this.progress = progress;
    }

    int run(Database owner, List<String> words) {
        var command = words.isEmpty() ? "" : words.get(0);
        if (command.equals("status") && words.size() == 1) {
            return status(owner);
        }
        if (command.equals("rotate") && words.size() == 1) {
            new MasterKeyRotation(keys, progress).run(owner);
            return 0;
        }
        if (command.equals("abandon") && words.size() == 2) {
            return abandon(owner, words.get(1));
        }
        throw new Refusal(USAGE);
    }

    private int status(Database owner) {
        try (var connection = owner.connectToAll()) {
            var known = new KnownKeys(connection);
            var ring = keys.ring();
            boolean whole = true;
            for (var key : known.needed()) {
                boolean there = ring.find(key.id()).isPresent();
                whole &= there;
                progress.say("master key  %s %s, wraps %d data keys, %s"
                        .formatted(
                                key.id(),
                                key.current() ? "current" : "former",
                                key.dataKeys(),
                                there ? "at hand" : "MISSING"));
            }
            progress.say("kept in     " + keys.place());
            progress.say("secrets     %d of workspaces, %d of people"
                    .formatted(
                            known.count("secrets where user_id is null"),
                            known.count("secrets where user_id is not null")));
            if (known.rotating()) {
                progress.say("rotation    not finished: ./whetstone secrets rotate goes on");
            }
            return whole ? 0 : 1;
        } catch (SQLException failure) {
            throw new Refusal("The keys cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** The one way on after a lost key. It asks for the fingerprint, so that nobody does it by accident. */
    private int abandon(Database owner, String fingerprint) {
        if (HomeLock.running(home).isPresent()) {
            throw new Refusal("Stop the server first: ./whetstone down");
        }
        if (keys.ring().find(fingerprint).isPresent()) {
            throw new Refusal(
                    "The master key %s is at hand in %s: nothing is lost.".formatted(fingerprint, keys.place()));
        }
        try (var connection = owner.connectToAll()) {
            if (new KnownKeys(connection)
                    .needed().stream().noneMatch(key -> key.id().equals(fingerprint))) {
                throw new Refusal("No data key needs a master key " + fingerprint + ".");
            }
            delete(connection);
            connection.commit();
        } catch (SQLException failure) {
            throw new Refusal("Nothing was deleted: " + failure.getMessage(), failure);
        }
        progress.say(
                "All stored credentials are deleted, API keys are revoked, second factors and the secrets of identity"
                        + " providers have to be set up anew. The next start uses %s."
                                .formatted(
                                        keys.ring().first().map(MasterKey::id).orElse("a new master key")));
        return 0;
    }

    private static void delete(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : LOST) {
                statement.executeUpdate(sql);
            }
        }
    }
}
