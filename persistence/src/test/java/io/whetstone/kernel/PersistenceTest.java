package io.whetstone.kernel;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A test against a real PostgreSQL with all migrations applied, as the application's own role, so that row-level
 * security holds as it does in production. One server serves all tests of the JVM; each test makes its own rows.
 */
public abstract class PersistenceTest {
    private static final String APP = "whetstone_app";

    protected static final EmbeddedPostgres POSTGRES = start();
    private static final EntityManagerFactory FACTORY = factory();

    protected EntityManager entities;

    @BeforeEach
    void begin() {
        entities = FACTORY.createEntityManager();
        entities.getTransaction().begin();
    }

    @AfterEach
    void end() {
        if (entities.getTransaction().isActive()) {
            entities.getTransaction().rollback();
        }
        entities.close();
    }

    /** Works as the installation itself from here on in this transaction. */
    protected void asSystem() {
        scope("", "on");
    }

    /** Works as this person from here on in this transaction. */
    protected void as(UUID userId) {
        scope(userId.toString(), "");
    }

    /** Commits what was done and goes on in a new transaction, as nobody and with nothing in memory. */
    protected void commit() {
        entities.getTransaction().commit();
        entities.clear();
        entities.getTransaction().begin();
    }

    /** A person with a personal workspace, committed; returns the workspace. The person's id is the same UUID. */
    protected UUID givenWorkspace() {
        var id = UUID.randomUUID();
        asSystem();
        update(
                "insert into workspaces (id, version, name, kind, created_at)"
                        + " values (?1, 0, 'w', 'personal', now())",
                id);
        update(
                "insert into users (id, version, email, display_name, password_hash, must_change_password, role, status,"
                        + " personal_workspace_id, created_at)"
                        + " values (?1, 0, cast(?1 as text) || '@example.org', 'u', '', false, 'user', 'active', ?1,"
                        + " now())",
                id);
        update(
                "insert into workspace_members (workspace_id, user_id, role, joined_at) values (?1, ?1, 'owner', now())",
                id);
        commit();
        return id;
    }

    protected void update(String sql, UUID id) {
        entities.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }

    /** One committed transaction of the installation itself, on a connection of its own: for what happens at once. */
    protected static void inSystem(Consumer<EntityManager> work) {
        var own = FACTORY.createEntityManager();
        try {
            own.getTransaction().begin();
            scope(own, "", "on");
            work.accept(own);
            own.getTransaction().commit();
        } finally {
            own.close();
        }
    }

    private void scope(String userId, String system) {
        entities.flush();
        scope(entities, userId, system);
    }

    private static void scope(EntityManager connected, String userId, String system) {
        connected
                .createNativeQuery("select set_config('app.user_id', ?1, true), set_config('app.system', ?2, true),"
                        + " set_config('app.proof', ?3, true)")
                .setParameter(1, userId)
                .setParameter(2, system)
                .setParameter(3, TestTenancy.proof(userId, system))
                .getResultList();
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder().start();
            try (var owner = server.getPostgresDatabase().getConnection();
                    var statement = owner.createStatement()) {
                statement.execute("create role whetstone_owner createrole login superuser");
                statement.execute("create role whetstone_app login");
            }
            Flyway.configure()
                    .dataSource(server.getJdbcUrl("postgres", "postgres"), "postgres", "")
                    .initSql("set role whetstone_owner")
                    .load()
                    .migrate();
            TestTenancy.store(server);
            return server;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A connection of the owner, for what the application may not see. */
    protected static Connection owner() throws SQLException {
        return DriverManager.getConnection(POSTGRES.getJdbcUrl("postgres", "postgres"));
    }

    private static EntityManagerFactory factory() {
        return Persistence.createEntityManagerFactory(
                "whetstone",
                Map.of(
                        PersistenceUnitProperties.TRANSACTION_TYPE, "RESOURCE_LOCAL",
                        PersistenceUnitProperties.JTA_DATASOURCE, "",
                        PersistenceUnitProperties.JDBC_URL, POSTGRES.getJdbcUrl(APP, "postgres"),
                        PersistenceUnitProperties.JDBC_USER, APP,
                        PersistenceUnitProperties.JDBC_PASSWORD, "",
                        PersistenceUnitProperties.JDBC_DRIVER, "org.postgresql.Driver"));
    }
}
