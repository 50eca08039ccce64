package io.whetstone.product;

import java.util.Map;
import java.util.UUID;

/** Somebody with an account, signed in with the password of all tests. */
record Person(String id, String email, Client client) {
    static Person make(Product product, String name) {
        var email = name + "-" + UUID.randomUUID() + "@example.org";
        var created = product.admin()
                .post("/api/users", Map.of("email", email, "displayName", name, "role", "user"))
                .expect(201);
        var client = product.signIn(email, created.text("oneTimePassword"));
        return new Person(created.json().at("/user/id").asText(), email, client);
    }
}
