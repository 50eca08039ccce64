package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.envelope.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds the stored credentials together: the master key, its rotation, its loss and its way through a backup. */
class MasterKeyIT {
    static final Map<String, String> ENVIRONMENT =
            Map.of("WHETSTONE_STARTER_MODEL", "none", "WHETSTONE_BACKUP_PASSPHRASE", "a horse and a staple");
    static final int KEYS = 350;

    @Test
    void a_killed_rotation_goes_on_and_everything_opens_at_every_moment() throws Exception {
        try (var product = Product.at(Homes.make("rotation"), ENVIRONMENT)) {
            product.start();
            var vault = new Vault(product);
            var hint = "master key of stored credentials (%s) is in %s"
                    .formatted(vault.masterKey().id(), vault.keyFile());
            // The server answers a moment before the launcher has told everything.
            Waiting.until(Duration.ofSeconds(20), product::logText, text -> text.contains(hint));
            var secret = create(product.admin(), "before");
            var former = vault.masterKey();
            var ids = vault.addRetiredKeys(KEYS);

            killHalfWay(product, vault, ids.get(KEYS - 1));

            assertThat(vault.wrappedBy(former.id())).isPositive();
            assertThat(vault.openAll()).isGreaterThan(KEYS);
            assertThat(product.run("secrets", "status"))
                    .contains("not finished")
                    .doesNotContain("MISSING");
            restart(product);
            var reopened = open(product.admin(), secret);
            create(product.admin(), "between");

            var told = product.run("secrets", "rotate");

            assertThat(told).contains("Every data key is wrapped by").contains("shred -u");
            assertThat(vault.wrappedBy(former.id())).isZero();
            assertThat(vault.masterKey().id()).isNotEqualTo(former.id());
            Files.delete(vault.keyFile().resolveSibling("secrets-master-key.%s.former".formatted(former.id())));
            assertThat(vault.openAll()).isGreaterThan(KEYS);
            restart(product);
            open(product.admin(), reopened);
        }
    }

    @Test
    void a_start_without_the_right_key_is_refused_and_a_backup_brings_it_back_only_on_request() throws Exception {
        var plain = Homes.make("plain").resolve("backup.zip");
        var withKey = plain.resolveSibling("with-key.zip");
        try (var product = Product.at(Homes.make("lost"), ENVIRONMENT)) {
            product.start();
            var vault = new Vault(product);
            var key = vault.masterKey();
            var secret = create(product.admin(), "openai");
            assertThat(product.run("backup", plain.toString())).contains("written");
            assertThat(product.run("backup", withKey.toString(), "--with-secrets-key"))
                    .contains("locked with the passphrase");
            product.run("down");

            Files.delete(vault.keyFile());
            assertThat(product.run("up")).contains(key.id() + " is not at hand").contains("Put the key file back");
            assertThat(vault.keyFile()).doesNotExist();
            Files.writeString(vault.keyFile(), MasterKey.generate().encoded());
            assertThat(product.run("up")).contains(key.id() + " is not at hand");
            Files.writeString(vault.keyFile(), key.encoded());
            product.start();
            open(product.admin(), secret);
        }
        restoredWithoutTheKey(plain.toString());
        restoredWithTheKey(withKey.toString());
    }

    private static void restoredWithoutTheKey(String backup) {
        try (var product = Product.at(Homes.make("without"), ENVIRONMENT)) {
            assertThat(product.run("restore", backup)).contains("No key of the secrets was taken from the backup");
            var refused = product.run("up");
            assertThat(refused).contains("is not at hand");
            var fingerprint = refused.replaceAll("(?s).*secrets abandon ([0-9a-f]{16}).*", "$1");

            assertThat(product.run("secrets", "abandon", "0123456789abcdef")).contains("No data key needs");
            assertThat(product.run("secrets", "abandon", fingerprint)).contains("deleted");
            product.start();
            create(product.admin(), "openai");
        }
    }

    private static void restoredWithTheKey(String backup) {
        var wrong = Product.at(Homes.make("wrong"), Map.of("WHETSTONE_BACKUP_PASSPHRASE", "a horse and a stable"));
        assertThat(wrong.run("restore", backup)).contains("does not open");
        assertThat(wrong.home().resolve("keys")).doesNotExist();
        try (var product = Product.at(Homes.make("with"), ENVIRONMENT)) {
            assertThat(product.run("restore", backup)).contains("The key of the secrets is back");
            product.start();
            var admin = product.admin();
            var items = admin.get("/api/secrets").expect(200).json().path("items");
            assertThat(items).hasSize(1);
            open(admin, admin.get("/api/secrets/" + items.get(0).path("id").asText()));
        }
    }

    /** Holds one row, so that the command waits for it in its last batch, and kills it there under load. */
    private static void killHalfWay(Product product, Vault vault, UUID last) throws IOException, SQLException {
        var stop = new AtomicBoolean();
        var made = new AtomicInteger();
        var load = CompletableFuture.runAsync(() -> work(product.admin(), stop, made));
        try (var connection = vault.connect();
                var hold = connection.prepareStatement("select id from data_keys where id = ? for update")) {
            hold.setObject(1, last);
            hold.execute();
            var next = vault.keyFile().resolveSibling("secrets-master-key.next");
            var rotation = product.begin("secrets", "rotate");
            Waiting.until(Duration.ofSeconds(60), () -> Files.exists(next), there -> there);
            var id = MasterKey.parse(Files.readString(next)).orElseThrow().id();
            Waiting.until(Duration.ofSeconds(60), () -> moved(vault, id), count -> count >= 200);
            assertThat(vault.openAll()).isGreaterThan(KEYS);
            rotation.destroyForcibly().onExit().join();
            connection.rollback();
        }
        stop.set(true);
        load.join();
        assertThat(made.get()).isPositive();
    }

    private static long moved(Vault vault, String id) {
        try {
            return vault.wrappedBy(id);
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void work(Client client, AtomicBoolean stop, AtomicInteger made) {
        while (!stop.get()) {
            open(client, create(client, "load-" + made.incrementAndGet()));
        }
    }

    private static Answer create(Client client, String provider) {
        return client.post("/api/secrets", SecretsIT.secret("workspace", provider))
                .expect(201);
    }

    /** A change of the metadata alone makes the server open the value, and fails where it does not open. */
    private static Answer open(Client client, Answer secret) {
        var opened = client.put(
                        "/api/secrets/" + secret.text("id"), Map.of("metadata", Map.of()), secret.header("ETag"))
                .expect(200);
        assertThat(opened.text("fingerprint")).isEqualTo(secret.text("fingerprint"));
        return opened;
    }

    /** A new process has nothing in memory: what it opens, it opens with the stored keys. */
    private static void restart(Product product) {
        product.kill();
        product.start();
    }
}
