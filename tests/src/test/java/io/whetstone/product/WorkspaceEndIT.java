package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people take out of a workspace before its end, and what its end leaves to others. */
class WorkspaceEndIT {
    static final long LARGE = 1L << 30;
    static final long MOST_GROWTH = 200L << 20;

    @SuppressWarnings("NullAway.Init")
    static Product product;

    record Content(long bytes, String sha256) {}

    @BeforeAll
    static void start() {
        product = Product.at(
                Homes.make("end"),
                Map.of(
                        "WHETSTONE_STARTER_MODEL", "none",
                        "WHETSTONE_RETENTION_PURGE_INTERVAL", "PT2S",
                        "WHETSTONE_WORKSPACE_DELETION_GRACE", "PT1S"));
        product.start();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void an_export_has_the_files_with_their_checksums() throws Exception {
        var owner = Person.make(product, "owner").client();
        var workspace = team(owner);
        var dataset = owner.post("/api/datasets/examples/support-triage", "", Map.of("X-Workspace-Id", workspace))
                .expect(201)
                .text("id");
        Waiting.until(
                Duration.ofSeconds(30),
                () -> in(owner, workspace, "/api/datasets/" + dataset).text("status"),
                "ready"::equals);
        var base = model(workspace, "base", null);
        var adapter = model(workspace, "adapter", base);
        var weights = product.home().resolve("models/" + adapter + "/peft/adapter_model.safetensors");
        sparse(weights);
        owner.get("/api/workspaces/" + workspace).expect(200);
        var before = product.residentBytes();

        var manifest = new ObjectMapper().createObjectNode();
        var files = export(owner, workspace, manifest);
        var growth = product.residentBytes() - before;

        var rows =
                in(owner, workspace, "/api/datasets/" + dataset + "/download").expect(200);
        var name = "datasets/" + dataset + "/1/rows.jsonl";
        assertThat(files).containsKey(name);
        assertThat(files.get(name)).extracting(Content::sha256).isEqualTo(sha256(rows.body()));
        assertThat(files.get("models/" + adapter + "/peft/adapter_model.safetensors"))
                .extracting(Content::bytes)
                .isEqualTo(LARGE);
        assertThat(manifest.path("files"))
                .hasSize(files.size())
                .allSatisfy(entry -> assertThat(new Content(
                                entry.path("bytes").asLong(),
                                entry.path("sha256").asText()))
                        .isEqualTo(files.get(entry.path("name").asText())));
        assertThat(growth).as("bytes that the server grew by").isLessThan(MOST_GROWTH);
    }

    @Test
    void a_base_that_others_build_on_goes_to_them_when_its_workspace_ends() throws Exception {
        var ada = Person.make(product, "ada").client();
        var bob = Person.make(product, "bob").client();
        var eve = Person.make(product, "eve").client();
        var ended = team(ada);
        var home = bob.get("/api/me").json().at("/workspaces/0/id").asText();
        var base = model(ended, "shared-base", null);
        var alone = model(ended, "alone", null);
        sparse(product.home().resolve("models/" + base + "/hf/model.safetensors"));
        sparse(product.home().resolve("models/" + alone + "/hf/model.safetensors"));
        share(ada, ended, base, bob);
        share(ada, ended, base, eve);
        var adapter = model(home, "tuned", base);
        model(home, "shared-base", null);

        var refused = ada.send(ada.request("/api/models/" + base)
                .header("X-Workspace-Id", ended)
                .DELETE());
        ada.delete("/api/workspaces/" + ended).expect(200);
        Waiting.until(
                Duration.ofSeconds(30),
                () -> ada.get("/api/workspaces/" + ended).status(),
                status -> status == 404);

        assertThat(refused.status()).isEqualTo(409);
        var kept = bob.get("/api/models/" + base).expect(200);
        assertThat(kept.text("workspaceId")).isEqualTo(home);
        assertThat(kept.text("name")).isEqualTo("shared-base-2");
        bob.get("/api/models/" + adapter).expect(200);
        eve.get("/api/models/" + base).expect(200);
        assertThat(ada.get("/api/models/" + base).status()).isEqualTo(404);
        Waiting.until(Duration.ofSeconds(10), () -> Files.exists(folder(alone)), there -> !there);
        assertThat(folder(base).resolve("hf/model.safetensors")).exists();
    }

    private static String team(Client owner) {
        return owner.post("/api/workspaces", Map.of("name", "Team")).expect(201).text("id");
    }

    private static void share(Client owner, String workspace, UUID model, Client with) {
        var body = Map.of(
                "resourceType",
                "model",
                "resourceId",
                model,
                "email",
                with.get("/api/me").text("email"),
                "level",
                "view");
        owner.post("/api/shares", body, Map.of("X-Workspace-Id", workspace)).expect(201);
    }

    private static Answer in(Client client, String workspace, String path) {
        return client.send(
                client.request(path).header("X-Workspace-Id", workspace).GET());
    }

    private static Path folder(UUID model) {
        return product.home().resolve("models/" + model);
    }

    /** A ready model as an import leaves it, without its files. */
    private static UUID model(String workspace, String name, @Nullable UUID base) throws SQLException {
        var id = UUID.randomUUID();
        var sql = "insert into models (id, version, workspace_id, visibility, name, display_name, kind, status,"
                + " base_model_id, source, progress, created_at)"
                + " values (?, 0, ?, 'workspace', ?, ?, ?, 'ready', ?, '{}', 1, now())";
        try (var database = product.database();
                var insert = database.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setObject(2, UUID.fromString(workspace));
            insert.setString(3, name);
            insert.setString(4, name);
            insert.setString(5, base == null ? "base" : "adapter");
            insert.setObject(6, base);
            insert.executeUpdate();
        }
        return id;
    }

    private static void sparse(Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        try (var data = new RandomAccessFile(file.toFile(), "rw")) {
            data.setLength(LARGE);
        }
    }

    private static Map<String, Content> export(Client client, String workspace, ObjectNode manifest) throws Exception {
        var request =
                client.request("/api/workspaces/" + workspace + "/export").GET().build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        var files = new LinkedHashMap<String, Content>();
        try (var zip = new ZipInputStream(answer.body())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("manifest.json")) {
                    JsonNode read = new ObjectMapper().readTree(zip.readAllBytes());
                    manifest.setAll((ObjectNode) read);
                } else {
                    files.put(entry.getName(), content(zip));
                }
            }
        }
        return files;
    }

    private static Content content(InputStream in) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        var bytes = new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return new Content(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static String sha256(String text) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
