package io.whetstone.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators open, on a product whose hub lies on its own machine. */
class OutboundRulesIT {
    static final String RULES = "/api/admin/outbound-rules";
    static final List<String> ASKED = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init")
    static HttpServer hub;

    @SuppressWarnings("NullAway.Init")
    static Product product;

    final Client admin = product.admin();

    @BeforeAll
    static void start() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestURI().getPath());
            // A repository without weights: what the product says of it shows that the hub was read.
            var listing = "[{\"type\":\"file\",\"path\":\"README.md\",\"size\":1}]".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, listing.length);
            exchange.getResponseBody().write(listing);
            exchange.close();
        });
        hub.start();
        product = Product.at(
                Homes.make("outbound"), Map.of("WHETSTONE_STARTER_MODEL", "none", "HF_ENDPOINT", hubAddress()));
        product.start();
    }

    @AfterAll
    static void stop() {
        product.close();
        hub.stop(0);
    }

    @Test
    void a_hub_on_loopback_is_refused_until_a_rule_opens_it_and_again_when_the_rule_is_gone() {
        assertThat(importError()).contains("127.0.0.1 may not be asked").contains("loopback");
        assertThat(ASKED).isEmpty();

        var rule = create("127.0.0.1", hub.getAddress().getPort()).expect(201);
        assertThat(importError()).doesNotContain("may not be asked");
        assertThat(ASKED).isNotEmpty();

        admin.delete(rule.header("Location").substring(product.url().length()), rule.header("ETag"))
                .expect(204);
        assertThat(importError()).contains("may not be asked");
    }

    @Test
    void a_rule_is_written_in_one_way_changed_by_version_and_exists_once() {
        var created = create("10.7.7.7/16", null).expect(201);
        var path = RULES + "/" + created.text("id");
        assertThat(created.text("target")).isEqualTo("10.7.0.0/16");
        assertThat(create("10.7.1.1/16", null).status()).isEqualTo(409);

        var changed = admin.patch(path, Map.of("port", 8080, "note", " the lab "), created.header("ETag"))
                .expect(200);
        assertThat(changed.text("note")).isEqualTo("the lab");
        assertThat(changed.json().path("port").asInt()).isEqualTo(8080);
        assertThat(admin.patch(path, Map.of("port", 0), created.header("ETag")).status())
                .isEqualTo(412);
        assertThat(admin.delete(path).status()).isEqualTo(428);
        assertThat(admin.delete(path, created.header("ETag")).status()).isEqualTo(412);

        admin.delete(path, changed.header("ETag")).expect(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void of_two_who_add_the_same_rule_at_once_one_is_told_so() {
        var host = UUID.randomUUID() + ".example";

        var answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> create(host, null)))
                        .limit(4)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .map(Answer::status);

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void what_is_no_target_is_refused_with_the_field_that_is_wrong() {
        for (var target : List.of("127.1", "0x7f000001", "http://a", "10.0.0.0/99", "a b")) {
            var refused = create(target, null).expect(400);
            assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/target");
        }
        assertThat(create("a.example", 70_000).status()).isEqualTo(400);
        assertThat(create(" ", null).status()).isEqualTo(400);
    }

    @Test
    void an_address_is_tested_without_asking_it() {
        var rule = create("127.0.0.3", null).expect(201);

        var open = check("http://127.0.0.3:8080/path");
        assertThat(open.path("allowed").asBoolean()).isTrue();
        assertThat(open.at("/addresses/0/ruleId").asText()).isEqualTo(rule.text("id"));
        assertThat(open.at("/addresses/0/range").asText()).isEqualTo("loopback");

        var closed = check("localhost");
        assertThat(closed.path("allowed").asBoolean()).isFalse();
        assertThat(closed.path("port").asInt()).isEqualTo(443);
        assertThat(closed.path("reason").asText()).contains("loopback");
        assertThat(check("http://169.254.169.254/").path("reason").asText()).contains("metadata");
        assertThat(check("http://8.8.8.8/").path("allowed").asBoolean()).isTrue();
        assertThat(admin.post(RULES + "/check", Map.of("address", "http://2130706433/"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(RULES + "/check", Map.of("address", "http://[/")).status())
                .isEqualTo(400);
    }

    @Test
    void only_administrators_see_rules() {
        var person = product.person("mallory");

        assertThat(person.get(RULES).status()).isEqualTo(403);
        assertThat(person.post(RULES, Map.of("target", "127.0.0.1")).status()).isEqualTo(403);
        assertThat(person.post(RULES + "/check", Map.of("address", "localhost")).status())
                .isEqualTo(403);
        assertThat(product.anonymous().get(RULES).status()).isEqualTo(401);
    }

    /** What an import from the hub says in the end. */
    private String importError() {
        var source = Map.of("type", "hub", "repository", "org/none");
        var name = "m" + UUID.randomUUID();
        var id = admin.post("/api/models", Map.of("name", name, "source", source))
                .expect(201)
                .text("id");
        return Waiting.until(
                        Duration.ofSeconds(60),
                        () -> admin.get("/api/models/" + id).expect(200).json(),
                        model -> model.path("status").asText().equals("failed"))
                .path("error")
                .asText();
    }

    private Answer create(String target, @org.jspecify.annotations.Nullable Integer port) {
        return admin.post(RULES, port == null ? Map.of("target", target) : Map.of("target", target, "port", port));
    }

    private JsonNode check(String address) {
        return admin.post(RULES + "/check", Map.of("address", address))
                .expect(200)
                .json();
    }

    private static String hubAddress() {
        return "http://127.0.0.1:" + hub.getAddress().getPort();
    }
}
