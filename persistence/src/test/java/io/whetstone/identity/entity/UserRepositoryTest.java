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
    void a_forged_identity_is_an_error_and_not_a_way_in() {
        var ada = givenWorkspace();

        assertThatThrownBy(() -> {
                    entities.createNativeQuery("select set_config('app.user_id', ?1, true)")
                            .setParameter(1, ada + "' or true --")
                            .getResultList();
                    users.find(ada);
                })
                .hasMessageContaining("invalid input syntax for type uuid");
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
}
