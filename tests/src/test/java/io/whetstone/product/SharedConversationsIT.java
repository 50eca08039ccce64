package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Conversations are their maker's alone in a team, until they are shared. */
class SharedConversationsIT {
    static final String WORKSPACE = "X-Workspace-Id";
    static final String SECRET = "quarterly layoffs";

    final Product product = Product.shared();
    final Client ada = product.person("ada");
    final Client bob = product.person("bob");
    final Client eve = product.person("eve");
    final String team =
            ada.post("/api/workspaces", Map.of("name", "Team")).expect(201).text("id");

    @Test
    void not_even_an_administrator_of_the_workspace_learns_of_a_conversation_that_is_not_shared() throws Exception {
        join(bob, "admin");
        var id = begin(ada);
        ada.post("/api/comments", comment(id), Map.of(WORKSPACE, team)).expect(201);

        assertThat(in(bob, "/api/conversations/" + id).status()).isEqualTo(404);
        assertThat(in(bob, "/api/conversations/" + id + "/messages").status()).isEqualTo(404);
        assertThat(in(bob, "/api/conversations").body()).doesNotContain(id);
        assertThat(in(bob, "/api/comments?resourceType=conversation&resourceId=" + id)
                        .status())
                .isEqualTo(404);
        assertThat(in(bob, "/api/shares?resourceType=conversation&resourceId=" + id)
                        .status())
                .isEqualTo(404);
        assertThat(bob.post("/api/comments", comment(id), Map.of(WORKSPACE, team))
                        .status())
                .isEqualTo(404);
        assertThat(bob.post("/api/shares", share(id, email(eve), "view"), Map.of(WORKSPACE, team))
                        .status())
                .isEqualTo(404);
        assertThat(in(bob, "/api/activity").body()).doesNotContain(SECRET).doesNotContain(id);
        assertThat(exported(bob)).doesNotContain(SECRET).contains(team);
        assertThat(exported(ada)).contains(SECRET);
    }

    @Test
    void a_share_with_one_person_says_nothing_to_the_others() {
        join(bob, "admin");
        var id = begin(ada);
        var made = ada.post("/api/shares", share(id, email(eve), "comment"), Map.of(WORKSPACE, team))
                .expect(201);

        assertThat(eve.get("/api/conversations/" + id).text("title")).isEqualTo(SECRET);
        eve.post("/api/comments", comment(id)).expect(201);
        assertThat(eve.patch("/api/conversations/" + id, Map.of("title", "x"), "\"0\"")
                        .status())
                .isEqualTo(404);
        assertThat(eve.get("/api/notifications").body()).contains(SECRET);
        assertThat(in(bob, "/api/conversations/" + id).status()).isEqualTo(404);
        assertThat(in(bob, "/api/activity").body()).doesNotContain(SECRET);
        assertThat(bob.send(bob.request("/api/shares/" + made.text("id"))
                                .header(WORKSPACE, team)
                                .DELETE())
                        .status())
                .isEqualTo(404);

        ada.send(ada.request("/api/shares/" + made.text("id"))
                        .header(WORKSPACE, team)
                        .DELETE())
                .expect(204);
        assertThat(eve.get("/api/conversations/" + id).status()).isEqualTo(404);
    }

    @Test
    void shared_with_its_own_workspace_it_is_open_to_all_of_it_and_stands_in_its_feed() {
        join(bob, "viewer");
        var id = begin(ada);
        var share = Map.of("resourceType", "conversation", "resourceId", id, "workspaceId", team, "level", "edit");
        ada.post("/api/shares", share, Map.of(WORKSPACE, team)).expect(201);

        var etag = in(bob, "/api/conversations/" + id).expect(200).header("ETag");
        bob.patch("/api/conversations/" + id, Map.of("title", "Plans"), etag).expect(200);
        assertThat(ada.get("/api/conversations/" + id).text("title")).isEqualTo("Plans");
        assertThat(in(bob, "/api/activity").body()).contains(id);
        assertThat(eve.get("/api/conversations/" + id).status()).isEqualTo(404);
    }

    @Test
    void whoever_leaves_the_workspace_leaves_the_conversation_there() {
        var member = join(bob, "member");
        var id = bob.post("/api/conversations", Map.of("title", SECRET), Map.of(WORKSPACE, team))
                .expect(201)
                .text("id");
        in(bob, "/api/conversations/" + id).expect(200);

        ada.delete("/api/workspaces/" + team + "/members/" + member).expect(204);

        assertThat(in(bob, "/api/conversations/" + id).status()).isEqualTo(404);
        assertThat(bob.get("/api/conversations/" + id).status()).isEqualTo(404);
    }

    /** All that an export of the team holds, as one text. */
    private String exported(Client person) throws IOException, InterruptedException {
        var request =
                person.request("/api/workspaces/" + team + "/export").GET().build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(answer.body())) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private String join(Client person, String role) {
        var invitation = ada.post(
                        "/api/workspaces/" + team + "/invitations", Map.of("email", email(person), "role", role))
                .expect(201)
                .text("id");
        person.post("/api/invitations/" + invitation + "/accept", "").expect(200);
        return person.get("/api/me").text("id");
    }

    private String begin(Client person) {
        return person.post("/api/conversations", Map.of("title", SECRET), Map.of(WORKSPACE, team))
                .expect(201)
                .text("id");
    }

    private Answer in(Client person, String path) {
        return person.send(person.request(path).header(WORKSPACE, team).GET());
    }

    private static Map<String, Object> comment(String id) {
        return Map.of("resourceType", "conversation", "resourceId", id, "text", SECRET);
    }

    private static Map<String, Object> share(String id, String email, String level) {
        return Map.of("resourceType", "conversation", "resourceId", id, "email", email, "level", level);
    }

    private static String email(Client client) {
        return client.get("/api/me").text("email");
    }
}
