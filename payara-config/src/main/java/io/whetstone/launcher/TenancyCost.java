package io.whetstone.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What row-level security costs a transaction: the same query over one connection as the application's role, which
 * proves whose it is and is subject to every policy, and as the owner of a table without any.
 */
final class TenancyCost {
    private static final int WARM_UP = 5_000;
    private static final int MEASURED = 20_000;
    private static final int ROWS = 20;
    private static final String QUERY =
            "select id, name from %s where workspace_id = ? order by created_at desc limit 20";

    private TenancyCost() {}

    static String measure(Database owner, Home home) {
        var keys = new Keys(home.keys());
        try (var plain = owner.connectToAll();
                var app = owner.as(Roles.APP, keys.appPassword()).connect()) {
            app.setAutoCommit(false);
            var person = prepare(plain);
            var proof = proof(keys, person);
            run(app, "datasets", person, proof, WARM_UP);
            run(plain, "bench_datasets", person, "", WARM_UP);
            var with = run(app, "datasets", person, proof, MEASURED);
            var without = run(plain, "bench_datasets", person, "", MEASURED);
            return String.format(
                    Locale.ROOT,
                    "transaction of %d rows    %.0f µs with row-level security and its proof, %.0f µs without either",
                    ROWS,
                    with,
                    without);
        } catch (SQLException | IOException | GeneralSecurityException failure) {
            throw new Refusal("The cost of tenancy could not be measured: " + failure.getMessage(), failure);
        }
    }

    /** Some datasets of the first person, and the same rows in a table without policies. */
    private static UUID prepare(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            var person = statement.executeQuery("select id from users order by created_at limit 1");
            person.next();
            var id = person.getObject(1, UUID.class);
            statement.execute(
                    "insert into datasets (id, version, workspace_id, name, status, latest_version, created_at,"
                            + " updated_at) select gen_random_uuid(), 0, personal_workspace_id, 'd' || n, 'processing', 1, now(),"
                            + " now() from users, generate_series(1, 200) n where users.id = '" + id + "'");
            statement.execute("create table bench_datasets as select * from datasets");
            statement.execute("create index on bench_datasets (workspace_id, created_at desc, id desc)");
            owner.commit();
            statement.execute("analyze datasets");
            statement.execute("analyze bench_datasets");
            owner.commit();
            return id;
        }
    }

    /** Microseconds of one transaction. */
    private static double run(Connection connection, String table, UUID person, String proof, int times)
            throws SQLException {
        var sql = QUERY.formatted(table);
        try (var scope = connection.prepareStatement("select set_config('app.user_id', ?, true),"
                        + " set_config('app.system', '', true), set_config('app.proof', ?, true)");
                var query = connection.prepareStatement(sql);
                var home = connection.prepareStatement("select personal_workspace_id from users where id = ?")) {
            scope.setString(1, person.toString());
            scope.setString(2, proof);
            home.setObject(1, person);
            if (!proof.isEmpty()) {
                scope.execute();
            }
            UUID workspace;
            try (var found = home.executeQuery()) {
                found.next();
                workspace = found.getObject(1, UUID.class);
            }
            query.setObject(1, workspace);
            connection.commit();
            var started = System.nanoTime();
            for (var i = 0; i < times; i++) {
                if (!proof.isEmpty()) {
                    scope.execute();
                }
                try (var rows = query.executeQuery()) {
                    var count = 0;
                    while (rows.next()) {
                        count++;
                    }
                    if (count != ROWS) {
                        throw new Refusal("The measured query found %d rows of %s".formatted(count, table));
                    }
                }
                connection.commit();
            }
            return (System.nanoTime() - started) / 1e3 / times;
        }
    }

    private static String proof(Keys keys, UUID person) throws IOException, GeneralSecurityException {
        var key = Base64.getDecoder().decode(Files.readString(keys.tenancyKey()).strip());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var id = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(key))
                .substring(0, 16);
        return id + ":" + HexFormat.of().formatHex(mac.doFinal((person + "|").getBytes(StandardCharsets.UTF_8)));
    }
}
