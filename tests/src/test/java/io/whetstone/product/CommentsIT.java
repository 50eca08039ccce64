package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentsIT {
    static final String COMMENTS = "/api/comments";

    final Product product = Product.shared();
    final Client ada = product.person("ada");
    final Client bob = product.person("bob");
    final Client eve = product.person("eve");

    @SuppressWarnings("NullAway.Init")
    String dataset;

    @BeforeEach
    void makeDataset() {
        dataset = ada.post("/api/datasets/examples/support-triage", "")
                .expect(201)
                .text("id");
    }

    @Test
    void a_thread_holds_replies_and_an_edit_needs_the_version() {
        var first = say(ada, "What about **row 3**?").expect(201);
        reply(ada, first, "It is fine").expect(201);
        var edited = ada.patch(COMMENTS + "/" + first.text("id"), Map.of("text", "And row 4?"), first.header("ETag"))
                .expect(200);

        assertThat(edited.text("editedAt")).isNotBlank();
        assertThat(ada.patch(COMMENTS + "/" + first.text("id"), Map.of("text", "late"), first.header("ETag"))
                        .status())
                .isEqualTo(412);
        var thread = list(ada).at("/items/0");
        assertThat(thread.path("text").asText()).isEqualTo("And row 4?");
        assertThat(thread.at("/replies/0/text").asText()).isEqualTo("It is fine");
        assertThat(thread.at("/author/name").asText()).isEqualTo("ada");
    }

    @Test
    void a_share_decides_who_reads_and_who_speaks() {
        assertThat(say(bob, "hello").status()).as("a stranger").isEqualTo(404);
        var share = share(bob, "view");
        say(ada, "welcome").expect(201);

        assertThat(list(bob).path("items")).hasSize(1);
        assertThat(say(bob, "hello").status()).as("to view").isEqualTo(404);
        assertThat(list(eve).path("status").asInt()).isEqualTo(404);
        ada.patch("/api/shares/" + share.text("id"), Map.of("level", "comment"), share.header("ETag"))
                .expect(200);

        say(bob, "hello").expect(201);
        assertThat(list(ada).path("items")).hasSize(2);
    }

    @Test
    void only_its_author_edits_and_an_administrator_deletes() {
        share(bob, "comment");
        var his = say(bob, "mine").expect(201);
        var hers = say(ada, "hers").expect(201);

        assertThat(ada.patch(COMMENTS + "/" + his.text("id"), Map.of("text", "x"), his.header("ETag"))
                        .status())
                .isEqualTo(403);
        assertThat(bob.delete(COMMENTS + "/" + hers.text("id")).status()).isEqualTo(404);
        assertThat(eve.delete(COMMENTS + "/" + hers.text("id")).status()).isEqualTo(404);
        ada.delete(COMMENTS + "/" + his.text("id")).expect(204);
        assertThat(list(ada).path("items")).hasSize(1);
    }

    @Test
    void a_deleted_comment_leaves_its_place_to_the_replies_only() {
        var first = say(ada, "secret words").expect(201);
        var answer = reply(ada, first, "oh").expect(201);
        ada.delete(COMMENTS + "/" + first.text("id")).expect(204);

        var left = list(ada).at("/items/0");
        assertThat(left.path("deleted").asBoolean()).isTrue();
        assertThat(left.path("text").asText()).isEmpty();
        assertThat(left.path("replies")).hasSize(1);
        assertThat(reply(ada, first, "again").status()).isEqualTo(409);
        ada.delete(COMMENTS + "/" + answer.text("id")).expect(204);
        assertThat(list(ada).path("items")).isEmpty();
    }

    @Test
    void reactions_are_toggled_and_counted_with_names() {
        share(bob, "comment");
        var path = COMMENTS + "/" + say(ada, "look").expect(201).text("id") + "/reactions/";

        put(bob, path + "rocket").expect(200);
        var both = put(ada, path + "rocket").expect(200).json().at("/reactions/0");
        assertThat(both.path("count").asInt()).isEqualTo(2);
        assertThat(both.at("/people/0/name").asText()).isEqualTo("bob");
        put(bob, path + "rocket").expect(200);
        ada.delete(path + "rocket").expect(200);

        assertThat(list(ada).at("/items/0/reactions/0/count").asInt()).isOne();
        assertThat(put(ada, path + "skull").status()).isEqualTo(400);
        assertThat(put(eve, path + "rocket").status()).isEqualTo(404);
    }

    @Test
    void only_who_can_see_the_object_is_offered_and_named() {
        assertThat(names(ada)).containsExactly("ada");
        share(bob, "view");

        assertThat(names(ada)).containsExactly("ada", "bob");
        assertThat(mention(id(eve)).status()).isEqualTo(400);
        assertThat(mention(id(bob)).expect(201).json().at("/mentions/0/name").asText())
                .isEqualTo("bob");
    }

    @Test
    void markup_stays_the_text_that_it_was() {
        var text = "<img src=x onerror=alert(1)> <script>alert(2)</script> [x](javascript:alert(3))";

        say(ada, text).expect(201);

        assertThat(list(ada).at("/items/0/text").asText()).isEqualTo(text);
    }

    @Test
    void what_is_wrong_is_said() {
        assertThat(say(ada, " ").status()).isEqualTo(400);
        assertThat(say(ada, "x".repeat(10_001)).status()).isEqualTo(400);
        say(ada, "x".repeat(10_000)).expect(201);
        assertThat(ada.get(COMMENTS).status()).isEqualTo(400);
        assertThat(ada.get(COMMENTS + "?resourceType=workspace&resourceId=" + dataset)
                        .status())
                .isEqualTo(400);
        assertThat(ada.get(COMMENTS + "?resourceType=model&resourceId=" + dataset)
                        .status())
                .isEqualTo(404);
        var first = say(ada, "first").expect(201);
        var second = reply(ada, first, "second").expect(201);
        assertThat(reply(ada, second, "third").status()).isEqualTo(400);
    }

    @Test
    void whoever_has_the_object_open_hears_of_it_and_nobody_else() {
        share(bob, "view");
        var topic = "comments/dataset/" + dataset;
        try (var his = LiveConnection.open(product, bob);
                var hers = LiveConnection.open(product, eve)) {
            his.subscribe(topic, home(bob), null).await("subscribed");
            hers.subscribe(topic, home(ada), null).await("error");

            var made = say(ada, "news").expect(201).text("id");

            assertThat(his.await("event").at("/data/id").asText()).isEqualTo(made);
            assertThat(hers.messages("event")).isEmpty();
        }
    }

    @Test
    void with_the_share_ends_the_live_connection() {
        var share = share(bob, "view");
        try (var his = LiveConnection.open(product, bob)) {
            his.subscribe("comments/dataset/" + dataset, home(bob), null).await("subscribed");

            ada.delete("/api/shares/" + share.text("id")).expect(204);

            Waiting.until(Duration.ofSeconds(10), his::closed, code -> code != 0);
        }
    }

    @Test
    void with_the_dataset_goes_the_talk() {
        say(ada, "short life").expect(201);
        Waiting.until(
                Duration.ofSeconds(30),
                () -> ada.get("/api/datasets/" + dataset),
                answer -> answer.text("status").equals("ready"));
        var etag = ada.get("/api/datasets/" + dataset).header("ETag");
        ada.send(ada.request("/api/datasets/" + dataset)
                        .header("If-Match", etag)
                        .DELETE())
                .expect(204);

        assertThat(list(ada).path("status").asInt()).isEqualTo(404);
    }

    private Answer say(Client who, String text) {
        return who.post(COMMENTS, Map.of("resourceType", "dataset", "resourceId", dataset, "text", text));
    }

    private Answer reply(Client who, Answer parent, String text) {
        var body =
                Map.of("resourceType", "dataset", "resourceId", dataset, "text", text, "parentId", parent.text("id"));
        return who.post(COMMENTS, body);
    }

    private Answer mention(String person) {
        var body =
                Map.of("resourceType", "dataset", "resourceId", dataset, "text", "@you", "mentions", List.of(person));
        return ada.post(COMMENTS, body);
    }

    private Answer share(Client with, String level) {
        var body = Map.of("resourceType", "dataset", "resourceId", dataset, "email", me(with, "email"), "level", level);
        return ada.post("/api/shares", body).expect(201);
    }

    private JsonNode list(Client who) {
        return who.get(COMMENTS + "?resourceType=dataset&resourceId=" + dataset).json();
    }

    private List<String> names(Client who) {
        var found = who.get(COMMENTS + "/candidates?resourceType=dataset&resourceId=" + dataset)
                .expect(200)
                .json()
                .path("items");
        return found.findValuesAsText("name");
    }

    private static Answer put(Client who, String path) {
        return who.send(who.request(path).PUT(java.net.http.HttpRequest.BodyPublishers.noBody()));
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
