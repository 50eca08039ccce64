package io.whetstone.product;

import io.whetstone.envelope.DataKey;
import io.whetstone.envelope.KeyRing;
import io.whetstone.envelope.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The data keys of a product, seen by whoever has its home: straight in its database and its key files. */
final class Vault {
    private final Path home;

    Vault(Product product) {
        this.home = product.home();
    }

    Path keyFile() {
        return home.resolve("keys/secrets-master-key");
    }

    MasterKey masterKey() throws IOException {
        return MasterKey.parse(Files.readString(keyFile())).orElseThrow();
    }

    /** A connection of the owner, who sees all rows, in a transaction. */
    Connection connect() throws IOException, SQLException {
        var port = Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readString(home.resolve("keys/owner-db-password")).strip();
        var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/whetstone".formatted(port), "whetstone_owner", password);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('app.system', 'on', false)");
        }
        connection.commit();
        return connection;
    }

    /** Retired data keys of the installation, so that a rotation has something to do; answers the ids in order. */
    List<UUID> addRetiredKeys(int count) throws IOException, SQLException {
        var masterKey = masterKey();
        var ids = new ArrayList<UUID>();
        try (var connection = connect();
                var insert = connection.prepareStatement(
                        "insert into data_keys (id, master_key_id, wrapped, created_at, retired_at)"
                                + " values (?, ?, ?, now(), now())")) {
            for (int i = 0; i < count; i++) {
                var key = DataKey.generate();
                insert.setObject(1, key.id());
                insert.setString(2, masterKey.id());
                insert.setBytes(3, masterKey.wrap(key, null));
                insert.addBatch();
                ids.add(key.id());
            }
            insert.executeBatch();
            connection.commit();
        }
        ids.sort(java.util.Comparator.comparing(UUID::toString));
        return ids;
    }

    /** How many data keys this master key wraps. */
    long wrappedBy(String masterKeyId) throws IOException, SQLException {
        try (var connection = connect();
                var query = connection.prepareStatement("select count(*) from data_keys where master_key_id = ?")) {
            query.setString(1, masterKeyId);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Unwraps every data key with the key files that are there now, and fails where one does not open. */
    int openAll() throws IOException, SQLException {
        int opened = 0;
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, workspace_id, master_key_id, wrapped from data_keys")) {
            var ring = KeyRing.read(keyFile());
            while (rows.next()) {
                var masterKey = ring.find(rows.getString(3)).orElseThrow();
                masterKey.unwrap(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getBytes(4));
                opened++;
            }
        }
        return opened;
    }
}
