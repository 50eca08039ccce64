package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.product.DescribedBody.Broken;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What {@code /openapi} says of bodies is what the product refuses, field by field. */
class DescriptionIT {
    /** What people do not call. */
    private static final String FOR_SERVERS = "/api/widget/tokens";

    private static final Duration LONGEST = Duration.ofMinutes(2);

    final Product product = Product.shared();

    /** One operation; the schema is that of its JSON, and missing where it takes none. */
    record Operation(String method, String path, JsonNode schema, JsonNode parameters) {}

    @Test
    void every_rule_of_the_description_is_kept_and_names_its_field() {
        var description = description();
        var administrator = administrator();
        var server = administrator.with(administrator
                .post(
                        "/api/user/api-keys?kind=service_key",
                        Map.of("name", "described", "scopes", List.of("production")))
                .expect(201)
                .text("key"));
        var wrong = new ArrayList<String>();
        var asked = 0;
        var end = System.nanoTime() + LONGEST.toNanos();
        for (var operation : takingJson(description)) {
            for (var broken : DescribedBody.of(description, operation.schema())) {
                assertThat(System.nanoTime())
                        .as("still in time at %s", operation)
                        .isLessThan(end);
                ask(FOR_SERVERS.equals(operation.path()) ? server : administrator, operation, broken, wrong);
                asked++;
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(400);
    }

    @Test
    void an_address_with_a_text_that_no_database_keeps_is_refused_by_every_operation() {
        var administrator = administrator();
        var wrong = new ArrayList<String>();
        var asked = 0;
        for (var operation : operations(description())) {
            for (var parameter : operation.parameters()) {
                var name = parameter.path("name").asText();
                var address = switch (parameter.path("in").asText()) {
                    case "path" -> path(operation, Map.of(name, "x%00y"));
                    case "query" -> path(operation) + "?" + name + "=x%00y";
                    default -> "";
                };
                if (!address.isEmpty()) {
                    asked++;
                    var answer = administrator.send(
                            administrator.request(address).method(operation.method(), BodyPublishers.noBody()));
                    // Such a path never reaches the product: the server refuses it, and says no more than the status.
                    var inPath = !address.contains("?");
                    if (inPath ? answer.status() != 400 : !isRefusal(answer)) {
                        wrong.add(
                                "%s %s: %d %s".formatted(operation.method(), address, answer.status(), answer.body()));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(150);
    }

    @Test
    void a_rule_between_fields_is_kept_and_names_one_of_them() {
        var person = product.person("between");
        var workspace = person.get("/api/me").json().at("/workspaces/0/id").asText();
        var dataset = person.post("/api/datasets/examples/support-triage", "")
                .expect(201)
                .text("id");
        Waiting.until(
                Duration.ofSeconds(30),
                () -> person.get("/api/datasets/" + dataset).text("status"),
                status -> status.equals("ready"));
        var share = Map.of("resourceType", "dataset", "resourceId", dataset, "level", "view");
        var both = new HashMap<>(share);
        both.putAll(Map.of("email", "somebody@example.org", "workspaceId", workspace));

        assertThat(pointer(person.post("/api/shares", both))).isEqualTo("/email");
        assertThat(pointer(person.post("/api/shares", share))).isEqualTo("/email");
        assertThat(pointer(person.post(
                        "/api/auth/password",
                        Map.of("currentPassword", Product.PASSWORD, "newPassword", Product.PASSWORD))))
                .isEqualTo("/newPassword");
        assertThat(pointer(person.post("/api/datasets/" + dataset + "/split", Map.of("fraction", 0.001, "seed", 1))))
                .isEqualTo("/fraction");
    }

    private static String pointer(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.json().at("/errors/0/pointer").asText();
    }

    private static void ask(Client client, Operation operation, Broken broken, List<String> wrong) {
        var answer = client.send(client.request(path(operation))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"1\"")
                .method(operation.method(), BodyPublishers.ofString(broken.body())));
        var named = isRefusal(answer)
                && StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .anyMatch(error -> error.path("pointer").asText().startsWith(broken.pointer()));
        if (!named) {
            wrong.add("%s %s %s of %s: %d %s"
                    .formatted(
                            operation.method(),
                            operation.path(),
                            broken.rule(),
                            broken.pointer(),
                            answer.status(),
                            answer.body()));
        }
    }

    private static boolean isRefusal(Answer answer) {
        var type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.status() == 400 && type.startsWith("application/problem+json");
    }

    private static String path(Operation operation) {
        return path(operation, Map.of());
    }

    private static String path(Operation operation, Map<String, String> given) {
        var path = operation.path();
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            var value = parameter.at("/schema/format").asText().equals("uuid")
                    ? UUID.randomUUID().toString()
                    : "x";
            path = path.replace("{" + name + "}", given.getOrDefault(name, value));
        }
        return path;
    }

    private static List<Operation> takingJson(JsonNode description) {
        return operations(description).stream()
                .filter(operation -> !operation.schema().isMissingNode())
                .toList();
    }

    private static List<Operation> operations(JsonNode description) {
        var found = new ArrayList<Operation>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    found.add(new Operation(
                            verb.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            verb.getValue().at("/requestBody/content/application~1json/schema"),
                            verb.getValue().path("parameters")));
                }));
        return found;
    }

    private JsonNode description() {
        var nobody = product.anonymous();
        return nobody.send(nobody.request("/openapi?format=json").header("Accept", "application/json"))
                .expect(200)
                .json();
    }

    /** One of its own, so that nothing that a defect lets through reaches the one of other tests. */
    private Client administrator() {
        var email = "describe-" + UUID.randomUUID() + "@example.org";
        var created = product.admin()
                .post("/api/users", Map.of("email", email, "displayName", "Dee", "role", "admin"))
                .expect(201);
        return product.signIn(email, created.text("oneTimePassword"));
    }
}
