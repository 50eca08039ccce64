package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class WorkspacesIT {
    final Product product = Product.shared();
    final Client owner = product.person("owner");

    @Test
    void a_team_is_made_renamed_archived_and_brought_back() {
        var made = create("Research");
        var path = "/api/workspaces/" + made.text("id");

        assertThat(made.text("role")).isEqualTo("owner");
        assertThat(owner.patch(path, Map.of("name", "R&D"), made.header("ETag")).text("name"))
                .isEqualTo("R&D");
        assertThat(owner.patch(path, Map.of("name", "Late"), made.header("ETag"))
                        .status())
                .isEqualTo(412);
        owner.post(path + "/archive", "").expect(200);
        assertThat(addData(owner, made.text("id")).status()).isEqualTo(403);
        assertThat(list(owner, made.text("id")).status()).isEqualTo(200);
        owner.post(path + "/restore", "").expect(200);
        assertThat(addData(owner, made.text("id")).status()).isEqualTo(201);
    }

    @Test
    void a_deletion_waits_and_can_be_taken_back() {
        var id = create("Short").text("id");

        var deleted = owner.delete("/api/workspaces/" + id).expect(200);

        assertThat(deleted.text("deleteAt")).isNotEmpty();
        assertThat(owner.post("/api/workspaces/" + id + "/restore", "")
                        .expect(200)
                        .json()
                        .path("deleteAt")
                        .isNull())
                .isTrue();
    }

    @Test
    void an_invitation_is_answered_by_its_address_alone() {
        var id = create("Guild").text("id");
        var guest = product.person("guest");
        var other = product.person("other");
        var invitation = invite(id, email(guest), "viewer").expect(201).text("id");

        assertThat(other.post("/api/invitations/" + invitation + "/accept", "").status())
                .isEqualTo(404);
        assertThat(guest.get("/api/invitations")
                        .json()
                        .at("/items/0/workspaceName")
                        .asText())
                .isEqualTo("Guild");
        guest.post("/api/invitations/" + invitation + "/accept", "").expect(200);

        assertThat(guest.post("/api/invitations/" + invitation + "/accept", "").status())
                .isEqualTo(409);
        assertThat(list(guest, id).status()).isEqualTo(200);
        assertThat(addData(guest, id).status()).as("a viewer writes nothing").isEqualTo(403);
        assertThat(list(other, id).status()).isEqualTo(404);
    }

    @Test
    void roles_are_changed_from_above_and_there_is_always_an_owner() {
        var id = create("Order").text("id");
        var admin = join(id, "admin");
        var member = join(id, "member");
        var members = "/api/workspaces/" + id + "/members/";

        assertThat(member.delete(members + id(admin)).status()).isEqualTo(403);
        assertThat(role(admin, members + id(member), "viewer").status()).isEqualTo(200);
        assertThat(role(admin, members + id(member), "admin").status()).isEqualTo(403);
        assertThat(role(admin, members + id(owner), "viewer").status()).isEqualTo(403);
        assertThat(owner.delete(members + id(owner)).status())
                .as("the last owner stays")
                .isEqualTo(409);
        owner.post(members + "transfer", Map.of("userId", id(admin))).expect(200);
        assertThat(admin.get("/api/workspaces/" + id).text("role")).isEqualTo("owner");
        assertThat(owner.get("/api/workspaces/" + id).text("role")).isEqualTo("admin");
        assertThat(member.delete(members + id(member)).status()).isEqualTo(204);
        assertThat(list(member, id).status()).isEqualTo(404);
    }

    @Test
    void a_personal_workspace_stays_personal() {
        var own = owner.get("/api/me").json().at("/workspaces/0/id").asText();

        assertThat(owner.delete("/api/workspaces/" + own).status()).isEqualTo(409);
        assertThat(invite(own, "x@example.org", "member").status()).isEqualTo(409);
    }

    @Test
    void an_export_holds_the_rows_of_the_workspace_and_no_credentials() throws Exception {
        var id = create("Leaving").text("id");
        addData(owner, id).expect(201);
        var member = join(id, "member");

        assertThat(member.get("/api/workspaces/" + id + "/export").status()).isEqualTo(403);
        var answer = HttpClient.newHttpClient()
                .send(owner.request("/api/workspaces/" + id + "/export").GET().build(), BodyHandlers.ofByteArray());

        var names = new HashSet<String>();
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                text.append(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(names)
                .contains("rows/datasets.jsonl", "rows/dataset_versions.jsonl")
                .doesNotContain("rows/api_keys.jsonl");
        assertThat(text).contains("Support triage");
    }

    private Answer create(String name) {
        return owner.post("/api/workspaces", Map.of("name", name)).expect(201);
    }

    private Answer invite(String workspace, String email, String role) {
        return owner.post("/api/workspaces/" + workspace + "/invitations", Map.of("email", email, "role", role));
    }

    private Client join(String workspace, String role) {
        var person = product.person(role);
        var invitation = invite(workspace, email(person), role).expect(201).text("id");
        person.post("/api/invitations/" + invitation + "/accept", "").expect(200);
        return person;
    }

    private static Answer role(Client client, String path, String role) {
        return client.send(client.request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("{\"role\":\"" + role + "\"}")));
    }

    private static String email(Client client) {
        return client.get("/api/me").text("email");
    }

    private static String id(Client client) {
        return client.get("/api/me").text("id");
    }

    private static Answer list(Client client, String workspace) {
        return client.send(client.request("/api/datasets")
                .header("X-Workspace-Id", workspace)
                .GET());
    }

    private static Answer addData(Client client, String workspace) {
        return client.post("/api/datasets/examples/support-triage", "", Map.of("X-Workspace-Id", workspace));
    }
}
