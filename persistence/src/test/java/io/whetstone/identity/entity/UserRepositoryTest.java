package io.whetstone.identity.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.kernel.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserRepositoryTest extends PersistenceTest {
    final UserRepository users = new UserRepository();

    @BeforeEach
    void connect() {
        users.entities = entities;
    }

    @Test
    void an_address_is_found_whatever_its_case() {
        var id = givenWorkspace();

        asSystem();

        assertThat(users.findByEmail(id.toString().toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.ORG"))
                .hasValueSatisfying(user -> assertThat(user.id()).isEqualTo(id));
    }

    @Test
    void a_person_sees_only_their_own_account() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();

        as(ada);

        assertThat(users.find(ada)).isPresent();
        assertThat(users.find(bob)).isEmpty();
    }

    @Test
    void nobody_sees_nothing() {
        var ada = givenWorkspace();

        assertThat(users.find(ada)).isEmpty();
        assertThat(users.count()).isZero();
    }

    @Test
    void an_identity_without_its_proof_sees_nothing() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();

        as(bob);
        set("app.user_id", ada.toString());
        assertThat(users.find(ada)).isEmpty();
        set("app.system", "on");
        assertThat(users.count()).isZero();
    }

    @Test
    void the_application_cannot_read_the_keys_of_the_proof() {
        assertThatThrownBy(() -> entities.createNativeQuery("select inner_pad from tenancy_keys")
                        .getResultList())
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_person_cannot_write_an_account_of_another() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();

        as(ada);

        assertThat(entities.createNativeQuery("update users set role = 'admin' where id = ?1")
                        .setParameter(1, bob)
                        .executeUpdate())
                .isZero();
    }

    private void set(String name, String value) {
        entities.createNativeQuery("select set_config(?1, ?2, true)")
                .setParameter(1, name)
                .setParameter(2, value)
                .getResultList();
    }
}
