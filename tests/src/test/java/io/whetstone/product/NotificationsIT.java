package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotificationsIT {
    static final String NOTIFICATIONS = "/api/notifications";

    final Product product = Product.shared();
    final Client ada = product.person("ada");
    final Client bob = product.person("bob");

    @Test
    void a_share_a_mention_and_a_reply_are_told_to_whom_they_concern() {
        var dataset = sharedDataset();
        var first = comment(bob, dataset, Map.of("text", "a question"));
        comment(ada, dataset, Map.of("text", "an answer", "parentId", first.text("id")));
        comment(ada, dataset, Map.of("text", "look", "mentions", List.of(id(bob), id(ada))));

        var told = list(bob);

        assertThat(told.findValuesAsText("kind")).containsExactly("mention", "reply", "object_shared");
        assertThat(told.at("/0/title").asText()).isEqualTo("ada mentioned you in “Support triage”");
        assertThat(told.at("/0/excerpt").asText()).isEqualTo("look");
        assertThat(told.at("/0/link").asText()).startsWith("/datasets/" + dataset + "?comment=");
        assertThat(list(ada)).as("nobody is told of their own words").isEmpty();
        assertThat(unread(bob)).isEqualTo(3);
    }

    @Test
    void an_invitation_and_its_answer_are_told() {
        var team =
                ada.post("/api/workspaces", Map.of("name", "Team")).expect(201).text("id");
        var invitation = ada.post(
                        "/api/workspaces/" + team + "/invitations", Map.of("email", me(bob, "email"), "role", "member"))
                .expect(201)
                .text("id");

        assertThat(list(bob).at("/0/title").asText()).isEqualTo("ada invited you to the workspace “Team”");
        bob.post("/api/invitations/" + invitation + "/accept", "").expect(200);

        assertThat(list(ada).at("/0/title").asText()).isEqualTo("bob accepted your invitation to “Team”");
    }

    @Test
    void they_are_read_one_by_one_or_all_and_deleted_by_their_person_only() {
        var dataset = sharedDataset();
        comment(ada, dataset, Map.of("text", "look", "mentions", List.of(id(bob))));
        var one = list(bob).at("/0/id").asText();

        assertThat(ada.post(NOTIFICATIONS + "/" + one + "/read", "").status()).isEqualTo(404);
        assertThat(ada.delete(NOTIFICATIONS + "/" + one).status()).isEqualTo(404);
        bob.post(NOTIFICATIONS + "/" + one + "/read", "").expect(200);
        assertThat(unread(bob)).isOne();
        assertThat(bob.get(NOTIFICATIONS + "?unread=true").json().path("items")).hasSize(1);
        bob.post(NOTIFICATIONS + "/read", "").expect(200);
        assertThat(unread(bob)).isZero();
        bob.delete(NOTIFICATIONS + "/" + one).expect(204);
        assertThat(list(bob)).hasSize(1);
    }

    @Test
    void what_is_switched_off_is_not_told() {
        var body = BodyPublishers.ofString("{\"inApp\":false,\"mail\":false}");
        bob.send(bob.request(NOTIFICATIONS + "/preferences/object_shared")
                        .header("Content-Type", "application/json")
                        .PUT(body))
                .expect(200);

        sharedDataset();

        assertThat(list(bob)).isEmpty();
        var preferences = bob.get(NOTIFICATIONS + "/preferences").json().path("items");
        assertThat(preferences).hasSize(7);
        assertThat(preferences.at("/2/inApp").asBoolean()).isFalse();
    }

    @Test
    void they_arrive_live_in_the_browsers_of_their_person_and_of_nobody_else() {
        var topic = "notifications/" + id(bob);
        try (var his = LiveConnection.open(product, bob);
                var hers = LiveConnection.open(product, ada)) {
            his.subscribe(topic, home(bob), null).await("subscribed");
            hers.subscribe(topic, home(bob), null).await("error");

            sharedDataset();

            var event = his.await("event");
            assertThat(event.path("event").asText()).isEqualTo("created");
            assertThat(event.at("/data/id").asText())
                    .isEqualTo(list(bob).at("/0/id").asText());
        }
    }

    @Test
    void the_feed_of_a_workspace_tells_its_members_who_did_what() {
        var dataset = sharedDataset();
        try (var live = LiveConnection.open(product, ada)) {
            live.subscribe("activity", home(ada), null).await("subscribed");
            comment(bob, dataset, Map.of("text", "hello"));
            assertThat(live.await("event").path("event").asText()).isEqualTo("created");
        }

        var lines = ada.get("/api/activity").expect(200).json().path("items");
        assertThat(lines.at("/0/action").asText()).isEqualTo("comment.created");
        assertThat(lines.at("/0/actorName").asText()).isEqualTo("bob");
        assertThat(lines.at("/0/subjectName").asText()).isEqualTo("Support triage");
        assertThat(lines.at("/1/action").asText()).isEqualTo("share.created");
        var his = ada.get("/api/activity?person=" + id(bob)).json().path("items");
        assertThat(his.findValuesAsText("action")).containsExactly("comment.created");
        assertThat(ada.get("/api/activity?kind=share").json().path("items")).hasSize(1);
        assertThat(bob.get("/api/activity").json().path("items")).isEmpty();
        var elsewhere = bob.send(
                bob.request("/api/activity").header("X-Workspace-Id", home(ada)).GET());
        assertThat(elsewhere.status()).isEqualTo(404);
    }

    private String sharedDataset() {
        var dataset = ada.post("/api/datasets/examples/support-triage", "")
                .expect(201)
                .text("id");
        var share =
                Map.of("resourceType", "dataset", "resourceId", dataset, "email", me(bob, "email"), "level", "comment");
        ada.post("/api/shares", share).expect(201);
        return dataset;
    }

    private static Answer comment(Client who, String dataset, Map<String, Object> more) {
        var body = new java.util.HashMap<>(more);
        body.put("resourceType", "dataset");
        body.put("resourceId", dataset);
        return who.post("/api/comments", body).expect(201);
    }

    private static JsonNode list(Client who) {
        return who.get(NOTIFICATIONS).expect(200).json().path("items");
    }

    private static long unread(Client who) {
        return who.get(NOTIFICATIONS + "/unread")
                .expect(200)
                .json()
                .path("unread")
                .asLong();
    }

    private static String id(Client client) {
        return me(client, "id");
    }

    private static String home(Client client) {
        return client.get("/api/me").json().at("/workspaces/0/id").asText();
    }

    private static String me(Client client, String field) {
        return client.get("/api/me").text(field);
    }
}
