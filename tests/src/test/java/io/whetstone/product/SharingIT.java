package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharingIT {
    static final String SHARES = "/api/shares";

    final Product product = Product.shared();
    final Client ada = product.person("ada");
    final Client bob = product.person("bob");
    final Client eve = product.person("eve");

    @Test
    void a_shared_dataset_is_read_by_its_grantee_and_nobody_else() {
        var id = dataset();
        share(id, email(bob), "view").expect(201);

        assertThat(bob.get("/api/datasets/" + id).status()).isEqualTo(200);
        assertThat(bob.get("/api/datasets/" + id + "/versions").status()).isEqualTo(200);
        assertThat(bob.get("/api/datasets/" + id + "/rows?limit=2").status()).isEqualTo(200);
        assertThat(eve.get("/api/datasets/" + id).status()).isEqualTo(404);
        assertThat(bob.get(SHARES + "/received")
                        .json()
                        .at("/items/0/resourceName")
                        .asText())
                .isEqualTo("Support triage");
    }

    @Test
    void a_share_to_view_changes_nothing_and_one_to_edit_does() {
        var id = dataset();
        var made = share(id, email(bob), "view").expect(201);
        var etag = bob.get("/api/datasets/" + id).header("ETag");

        assertThat(bob.patch("/api/datasets/" + id, Map.of("name", "mine"), etag)
                        .status())
                .isEqualTo(404);
        ada.patch(SHARES + "/" + made.text("id"), Map.of("level", "edit"), "\"" + made.text("version") + "\"")
                .expect(200);

        assertThat(bob.patch("/api/datasets/" + id, Map.of("name", "ours"), etag)
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/api/datasets/" + id).text("name")).isEqualTo("ours");
        assertThat(bob.send(bob.request("/api/datasets/" + id)
                                .header("If-Match", "\"9\"")
                                .DELETE())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_ended_share_opens_nothing_at_once() {
        var id = dataset();
        var made = share(id, email(bob), "view").expect(201);
        bob.get("/api/datasets/" + id).expect(200);

        ada.delete(SHARES + "/" + made.text("id")).expect(204);

        assertThat(bob.get("/api/datasets/" + id).status()).isEqualTo(404);
    }

    @Test
    void only_who_may_write_shares_and_only_what_is_there() {
        var id = dataset();

        var listed = SHARES + "?resourceType=dataset&resourceId=" + id;
        assertThat(ada.get(listed).expect(200).json().path("items")).isEmpty();
        assertThat(eve.get(listed).status()).isEqualTo(404);
        assertThat(eve.post(SHARES, body(id, email(bob), "view")).status()).isEqualTo(404);
        assertThat(share(id, email(ada), "view").status()).as("with oneself").isEqualTo(400);
        assertThat(share(id, "nobody@example.org", "view").status()).isEqualTo(400);
        assertThat(ada.post(SHARES, Map.of("resourceType", "dataset", "resourceId", id, "level", "view"))
                        .status())
                .isEqualTo(400);
        share(id, email(bob), "view").expect(201);
        assertThat(share(id, email(bob), "edit").status()).isEqualTo(409);
    }

    @Test
    void what_is_shared_with_a_workspace_reaches_who_is_in_it() {
        var team =
                ada.post("/api/workspaces", Map.of("name", "Team")).expect(201).text("id");
        var invitation = ada.post(
                        "/api/workspaces/" + team + "/invitations", Map.of("email", email(bob), "role", "viewer"))
                .expect(201)
                .text("id");
        var id = dataset();
        ada.post(SHARES, Map.of("resourceType", "dataset", "resourceId", id, "workspaceId", team, "level", "view"))
                .expect(201);
        assertThat(bob.get("/api/datasets/" + id).status()).isEqualTo(404);

        bob.post("/api/invitations/" + invitation + "/accept", "").expect(200);

        assertThat(bob.get("/api/datasets/" + id).status()).isEqualTo(200);
        var stranger = eve.post(
                SHARES, Map.of("resourceType", "dataset", "resourceId", id, "workspaceId", team, "level", "view"));
        assertThat(stranger.status()).isEqualTo(404);
    }

    private String dataset() {
        var id = ada.post("/api/datasets/examples/support-triage", "")
                .expect(201)
                .text("id");
        Waiting.until(
                Duration.ofMinutes(2),
                () -> ada.get("/api/datasets/" + id),
                answer -> answer.text("status").equals("ready"));
        return id;
    }

    private Answer share(String dataset, String email, String level) {
        return ada.post(SHARES, body(dataset, email, level));
    }

    private static Map<String, Object> body(String dataset, String email, String level) {
        return Map.of("resourceType", "dataset", "resourceId", dataset, "email", email, "level", level);
    }

    private static String email(Client client) {
        return client.get("/api/me").text("email");
    }
}
