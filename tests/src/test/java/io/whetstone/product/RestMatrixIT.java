package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.product.RestObjects.Made;
import io.whetstone.product.RestTable.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every operation of the API as every principal: each gets what {@code rest-matrix.txt} says, and learns no more. */
class RestMatrixIT {
    /** Who has nothing to do with the workspace. They come first, so that what they could break is still whole. */
    static final List<String> STRANGERS = List.of("nobody", "outsider", "intruder", "operator");

    static final List<String> PEOPLE = List.of("reader", "viewer", "member", "admin", "owner");

    /** Where administrators of the installation learn who is there and what was done, in all of it. */
    static final Pattern OF_THE_INSTALLATION = Pattern.compile("/api/(admin/|users\\b).*");

    /** One resource of each kind, as the owner sees it. */
    static final List<String> WITNESSES = List.of(
            "/api/workspaces/{workspaceId}",
            "/api/workspaces/{workspaceId}/members",
            "/api/workspaces/{workspaceId}/invitations",
            "/api/workspaces/{workspaceId}/settings",
            "/api/datasets",
            "/api/models",
            "/api/training/jobs",
            "/api/secrets",
            "/api/comments?resourceType=dataset&resourceId=<datasetId>",
            "/api/notifications",
            "/api/me");

    static final int CHANGED_MEANWHILE = 412;
    static final int TRIES = 3;

    static final RestTable TABLE = RestTable.read();

    @SuppressWarnings("NullAway.Init")
    static RestWorld world;

    @SuppressWarnings("NullAway.Init")
    static Map<String, String> described;

    @BeforeAll
    static void prepare() throws IOException {
        SecondProduct.hub().add("org/tiny-matrix", HubRepository.ofTinyModel());
        world = new RestWorld();
        world.objects.prepare();
        described = described();
    }

    @Test
    void every_operation_has_its_line_and_no_line_is_left_over() {
        assertThat(TABLE.principals()).containsExactlyInAnyOrderElementsOf(union(STRANGERS, PEOPLE));
        assertThat(TABLE.rows()).extracting(Row::operation).doesNotHaveDuplicates();
        assertThat(TABLE.rows()).extracting(Row::operation).containsExactlyInAnyOrderElementsOf(described.keySet());
    }

    @Test
    void everybody_gets_what_the_table_says_and_strangers_neither_learn_nor_change_anything() {
        var wrong = new ArrayList<String>();
        var before = witnesses();

        STRANGERS.forEach(stranger -> TABLE.rows().forEach(row -> ask(stranger, row, wrong)));
        var after = witnesses();
        PEOPLE.forEach(person -> TABLE.rows().forEach(row -> ask(person, row, wrong)));

        assertThat(wrong).isEmpty();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void reading_changes_nothing() {
        var before = witnesses();

        for (var who : PEOPLE) {
            TABLE.rows().stream()
                    .filter(row -> row.method().equals("GET"))
                    .forEach(row -> ask(who, row, new ArrayList<>()));
        }

        assertThat(witnesses()).isEqualTo(before);
    }

    @Test
    void what_proves_nothing_opens_nothing() {
        var admitted = new ArrayList<String>();
        world.impostors()
                .forEach((impostor, headers) -> TABLE.rows().forEach(row -> {
                    var path = world.objects.fill(row.path() + row.query(), null);
                    var body = world.objects.fill(row.body(), null);
                    var answer = impostor.ask(row.method(), path, headers(row, body, headers), body);
                    if (answer.status() != 401 || answer.body().contains(RestWorld.MARKER)) {
                        admitted.add("%s with %s: %d".formatted(row.operation(), headers.keySet(), answer.status()));
                    }
                }));

        assertThat(admitted).isEmpty();
    }

    private static void ask(String who, Row row, List<String> wrong) {
        var expected = row.outcomes().get(who);
        var own = row.fresh() && RestTable.ALLOWED.equals(expected) ? world.objects.another(row.path()) : null;
        var path = world.objects.fill(row.path(), own) + world.objects.fill(row.query(), null);
        var body = world.objects.fill(STRANGERS.contains(who) ? ofWhatIsThere(row.body()) : row.body(), null);
        var headers = headers(row, body, Map.of());
        var answer = send(who, row, path, headers, body, own);
        var outcome = answer.status() / 100 == 2 ? RestTable.ALLOWED : String.valueOf(answer.status());
        if (!outcome.equals(expected)) {
            wrong.add(
                    "%s as %s: %s instead of %s, %s".formatted(row.operation(), who, outcome, expected, answer.body()));
        }
        var asked = world.objects.get("modelName").id();
        if (tells(
                who,
                row,
                path.contains(asked) || body.contains(asked) ? answer.body().replace(asked, "") : answer.body())) {
            wrong.add("%s tells %s about the workspace: %s".formatted(row.operation(), who, answer.body()));
        }
    }

    /** Nothing is made for strangers, so that nothing but what they do can change what the owner sees. */
    private static String ofWhatIsThere(String body) {
        return body.replace("<newJobId>", "<jobId>");
    }

    /** With the newest version where one is asked for, again if work of the server itself has just made another. */
    private static Answer send(
            String who, Row row, String path, Map<String, String> headers, String body, @Nullable Made own) {
        var principal = world.principal(who);
        if (!described.getOrDefault(row.operation(), "").contains("If-Match")) {
            return principal.ask(row.method(), path, headers, body);
        }
        Answer answer;
        var tries = 0;
        do {
            headers.put("If-Match", world.objects.version(path, who, own));
            answer = principal.ask(row.method(), path, headers, body);
        } while (answer.status() == CHANGED_MEANWHILE && ++tries < TRIES);
        return answer;
    }

    private static boolean tells(String who, Row row, String body) {
        var mayKnow = who.equals("operator")
                && OF_THE_INSTALLATION.matcher(row.path()).matches();
        return STRANGERS.contains(who) && !mayKnow && body.contains(RestWorld.MARKER);
    }

    private static Map<String, String> headers(Row row, String body, Map<String, String> more) {
        var headers = new LinkedHashMap<>(row.headers());
        if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
            headers.put(
                    "Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        }
        headers.putAll(more);
        return headers;
    }

    private static Map<String, String> witnesses() {
        var seen = new TreeMap<String, String>();
        for (var path : WITNESSES) {
            seen.put(
                    path,
                    world.principal("owner")
                            .ask("GET", world.objects.fill(path, null), Map.of(), "")
                            .expect(200)
                            .body());
        }
        assertThat(seen.values())
                .filteredOn(body -> body.contains(RestWorld.MARKER))
                .hasSizeGreaterThan(WITNESSES.size() / 2);
        return seen;
    }

    /** The operations that the running product describes, each with its parameters. */
    private static Map<String, String> described() {
        var nobody = world.product.anonymous();
        var description = nobody.send(nobody.request("/openapi?format=json").header("Accept", "application/json"))
                .expect(200);
        var found = new TreeMap<String, String>();
        description
                .json()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> found.put(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().path("parameters").toString())));
        return found;
    }

    private static Set<String> union(List<String> some, List<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
