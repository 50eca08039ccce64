package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a password is held to when it is chosen and when it is typed. */
class PasswordsIT {
    /** The password of all tests under parameters that nobody should use. */
    static final String WEAK =
            "$argon2id$v=19$m=8192,t=1,p=1$lmxQ9Mt1GTzdO+gLRbHN+A$RVsW0R6EXOnpkmJYCTUdmWzdykuIC0BfeJicqmdOwHo";

    @Test
    void the_present_password_is_asked_for_and_taken_as_it_is_typed() {
        var person = Person.make(Product.shared(), "typist");
        var email = person.email();
        var nobody = Product.shared().anonymous();

        assertThat(change(person, "another horse battery", "mellow-otter-fjord-42")
                        .status())
                .isEqualTo(400);
        assertThat(nobody.signIn(email, Product.PASSWORD.toUpperCase(java.util.Locale.ROOT))
                        .status())
                .isEqualTo(401);
        assertThat(nobody.signIn(email, Product.PASSWORD + " ").status()).isEqualTo(401);
        assertThat(change(person, Product.PASSWORD, "  Mellow otter\tfjord 42 ").status())
                .isEqualTo(200);
        assertThat(nobody.signIn(email, "Mellow otter\tfjord 42").status()).isEqualTo(401);
        assertThat(nobody.signIn(email, "  Mellow otter\tfjord 42 ").status()).isEqualTo(200);
    }

    @Test
    void a_password_that_was_seen_in_a_breach_is_refused_and_told_to_nobody() {
        var person = Person.make(SecondProduct.shared(), "pwned");

        var refused = change(person, Product.PASSWORD, BreachPeer.BREACHED);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/newPassword");
        assertThat(change(person, Product.PASSWORD, BreachPeer.BREACHED + " not")
                        .status())
                .isEqualTo(200);
        assertThat(SecondProduct.breaches().asked()).isNotEmpty().allMatch(prefix -> prefix.matches("[0-9A-F]{5}"));
    }

    @Test
    void a_hash_of_former_parameters_is_made_anew_at_the_next_sign_in() throws SQLException {
        var person = Person.make(Product.shared(), "rehash");
        var nobody = Product.shared().anonymous();
        store(person, WEAK);

        assertThat(nobody.signIn(person.email(), "not the password").status()).isEqualTo(401);
        assertThat(stored(person)).isEqualTo(WEAK);
        nobody.signIn(person.email(), Product.PASSWORD).expect(200);

        assertThat(stored(person)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        nobody.signIn(person.email(), Product.PASSWORD).expect(200);
    }

    private static Answer change(Person person, String current, String next) {
        return person.client().post("/api/auth/password", Map.of("currentPassword", current, "newPassword", next));
    }

    private static void store(Person person, String hash) throws SQLException {
        try (var connection = Product.shared().database();
                var update = connection.prepareStatement("update users set password_hash = ? where email = ?")) {
            update.setString(1, hash);
            update.setString(2, person.email());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static String stored(Person person) throws SQLException {
        try (var connection = Product.shared().database();
                var query = connection.prepareStatement("select password_hash from users where email = ?")) {
            query.setString(1, person.email());
            try (var found = query.executeQuery()) {
                assertThat(found.next()).isTrue();
                return found.getString(1);
            }
        }
    }
}
