package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a person on a live connection hears, and when they hear no more. */
class RealtimeIT {
    static final int REFUSED = 1008;
    static final Duration SOON = Duration.ofSeconds(1);

    final Product product = Product.shared();

    @Test
    void a_ticket_opens_one_connection() {
        var ticket = LiveConnection.ticket(product.admin());
        try (var first = LiveConnection.at(product, "/live?ticket=" + ticket);
                var second = LiveConnection.at(product, "/live?ticket=" + ticket);
                var without = LiveConnection.at(product, "/live")) {
            awaitRefusal(second);
            awaitRefusal(without);
            first.subscribe("datasets", null, null).await("subscribed");
        }
    }

    @Test
    void a_ticket_is_good_for_a_moment_only() throws SQLException {
        var person = product.person("late");
        var answer = person.post("/api/realtime/tickets", "").expect(200);
        update("update realtime_tickets set expires_at = now() - interval '1 second' where user_id = ?", id(person));

        try (var late = LiveConnection.at(product, "/live?ticket=" + answer.text("ticket"))) {
            awaitRefusal(late);
        }
        assertThat(Instant.parse(answer.text("expiresAt")))
                .isBefore(Instant.now().plusSeconds(61));
        assertThat(product.anonymous().post("/api/realtime/tickets", "").status())
                .isEqualTo(401);
    }

    @Test
    void topics_of_others_and_unknown_ones_are_refused() {
        var others = workspace(product.admin());
        try (var live = LiveConnection.open(product, product.person("nosy"))) {
            live.subscribe("training_jobs", others, null);
            live.subscribe("nothing/of/the/kind", null, null);
            live.send(Map.of("type", "dance"));

            var refusals = Waiting.until(
                    Duration.ofSeconds(10), () -> live.messages("error"), messages -> messages.size() == 3);

            assertThat(refusals.get(0).at("/problem/status").asInt()).isEqualTo(404);
            assertThat(refusals.get(1).at("/problem/status").asInt()).isEqualTo(400);
            assertThat(refusals.get(2).at("/problem/code").asText()).isEqualTo("INVALID_REQUEST");
            assertThat(live.messages("subscribed")).isEmpty();
        }
    }

    @Test
    void who_comes_back_gets_what_was_missed_in_order_and_once() {
        var person = product.person("commuter");
        try (var first = LiveConnection.open(product, person)) {
            first.subscribe("datasets", null, null).await("subscribed");
            dataset(person, "one");
            var seen = last(first.await("event"));
            first.cut();
            dataset(person, "two");

            try (var second = LiveConnection.open(product, person)) {
                second.subscribe("datasets", null, seen);
                var names = Waiting.until(
                        Duration.ofSeconds(20),
                        () -> second.messages("event"),
                        events -> events.stream()
                                .anyMatch(event -> event.at("/data/name")
                                                .asText()
                                                .equals("two")
                                        && event.at("/data/status").asText().equals("ready")));

                assertThat(names.stream().map(RealtimeIT::last))
                        .containsExactlyElementsOf(LongStream.rangeClosed(seen + 1, seen + names.size())
                                .boxed()
                                .toList());
                assertThat(second.messages("gap")).isEmpty();
            }
        }
    }

    @Test
    void no_metric_of_a_job_is_missed_over_a_reconnect_and_each_comes_within_a_moment() {
        var jobs = new Jobs(product);
        var id = jobs.start(Map.of("maxSteps", 40, "evalFraction", 0, "batchSize", 1, "maxLength", 128));
        var topic = "training_jobs/" + id;
        var live = LiveConnection.open(product, product.admin()).subscribe(topic, null, 0L);
        var events = new ArrayList<LiveConnection.Heard>();
        var millis = new ArrayList<Long>();
        for (var cut = 1; cut <= 3; cut++) {
            var current = live;
            var enough = 10 * cut;
            Waiting.until(Duration.ofMinutes(3), () -> metrics(events, current), found -> found >= enough);
            live.cut();
            events.addAll(eventsOf(live));
            millis.addAll(pushed(live));
            Waiting.pause(SOON);
            live = LiveConnection.open(product, product.admin()).subscribe(topic, null, lastOf(events));
        }
        jobs.awaitEnd(id, Duration.ofMinutes(2));
        var last = live;
        Waiting.until(Duration.ofSeconds(10), () -> metrics(events, last), found -> found >= 40);
        events.addAll(eventsOf(live));
        millis.addAll(pushed(live));
        live.close();

        assertThat(events.stream().map(event -> last(event.message())))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        var steps = events.stream()
                .filter(event -> event.message().path("event").asText().equals("metric"))
                .map(event -> event.message().at("/data/step").asInt())
                .distinct()
                .toList();
        assertThat(steps).isEqualTo(jobs.steps(id)).hasSize(40);
        assertQuick(millis.stream().sorted().toList());
    }

    @Test
    void a_disabled_person_hears_no_more() {
        var person = product.person("fired");
        var account = account(person);

        assertCutOff(
                person,
                () -> product.admin()
                        .patch("/api/users/" + id(person), Map.of("status", "disabled"), etag(account))
                        .expect(200));

        Waiting.until(SOON, () -> person.post("/api/realtime/tickets", "").status(), status -> status == 401);
    }

    @Test
    void who_loses_all_sessions_hears_no_more() {
        var person = product.person("robbed");

        assertCutOff(
                person,
                () -> product.admin()
                        .post("/api/users/" + id(person) + "/reset-password", "")
                        .expect(200));

        Waiting.until(SOON, () -> person.post("/api/realtime/tickets", "").status(), status -> status == 401);
    }

    @Test
    void who_loses_the_membership_hears_no_more_of_that_workspace() throws SQLException {
        var shared = workspace(product.person("host"));
        var guest = product.person("guest");
        update(
                "insert into workspace_members (workspace_id, user_id, role, joined_at) values ('" + shared
                        + "', ?, 'member', now())",
                id(guest));
        try (var live = LiveConnection.open(product, guest)) {
            live.subscribe("datasets", shared, null).await("subscribed");

            update("delete from workspace_members where workspace_id = '" + shared + "' and user_id = ?", id(guest));

            awaitClosed(live);
        }
        try (var again = LiveConnection.open(product, guest)) {
            again.subscribe("datasets", shared, null);
            assertThat(again.await("error").at("/problem/status").asInt()).isEqualTo(404);
            again.subscribe("datasets", null, null).await("subscribed");
        }
    }

    private void assertCutOff(Client person, Runnable loss) {
        try (var live = LiveConnection.open(product, person);
                var other = LiveConnection.open(product, product.admin())) {
            live.subscribe("datasets", null, null).await("subscribed");
            other.subscribe("datasets", null, null).await("subscribed");

            loss.run();

            awaitClosed(live);
            assertThat(other.closed()).isZero();
        }
    }

    private static void awaitClosed(LiveConnection live) {
        Waiting.until(SOON, live::closed, code -> code == REFUSED);
    }

    /** A word may cross with the farewell; it is answered with another. */
    private static void awaitRefusal(LiveConnection live) {
        try {
            Waiting.until(Duration.ofSeconds(2), live::closed, code -> code == REFUSED);
        } catch (AssertionError late) {
            live.send(Map.of("type", "ping"));
            Waiting.until(Duration.ofSeconds(10), live::closed, code -> code == REFUSED);
        }
    }

    private static long metrics(List<LiveConnection.Heard> before, LiveConnection now) {
        return java.util.stream.Stream.concat(before.stream(), now.heard().stream())
                .filter(event -> event.message().path("event").asText().equals("metric"))
                .count();
    }

    private static List<LiveConnection.Heard> eventsOf(LiveConnection live) {
        return live.heard().stream()
                .filter(heard -> heard.message().path("type").asText().equals("event"))
                .toList();
    }

    private static long lastOf(List<LiveConnection.Heard> events) {
        return last(events.get(events.size() - 1).message());
    }

    /** From an event's own time, which is before the commit, to its arrival; those that were replayed do not count. */
    private static List<Long> pushed(LiveConnection live) {
        var since = live.heard().stream()
                .filter(heard -> heard.message().path("type").asText().equals("subscribed"))
                .findFirst()
                .orElseThrow()
                .at();
        return eventsOf(live).stream()
                .filter(event -> event.message().path("event").asText().equals("metric"))
                .filter(event -> happened(event).isAfter(since))
                .map(event -> Duration.between(happened(event), event.at()).toMillis())
                .toList();
    }

    private static Instant happened(LiveConnection.Heard event) {
        return Instant.parse(event.message().path("at").asText());
    }

    private static void assertQuick(List<Long> sorted) {
        System.out.printf(
                "push latency over %d metrics: median %d ms, p90 %d ms, most %d ms%n",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 9 / 10),
                sorted.get(sorted.size() - 1));
        assertThat(sorted).hasSizeGreaterThan(20);
        assertThat(sorted.get(sorted.size() * 9 / 10)).isLessThan(300);
    }

    private static long last(JsonNode event) {
        return event.path("seq").asLong();
    }

    private static void dataset(Client person, String name) {
        var upload = person.upload(
                name + ".jsonl", "{\"prompt\":\"a\",\"completion\":\"b\"}\n".getBytes(StandardCharsets.UTF_8));
        person.post("/api/datasets", Map.of("name", name, "uploadId", upload)).expect(201);
    }

    private static UUID id(Client person) {
        return UUID.fromString(person.get("/api/me").expect(200).text("id"));
    }

    private static String workspace(Client person) {
        return person.get("/api/me").expect(200).json().at("/workspaces/0/id").asText();
    }

    private JsonNode account(Client person) {
        var id = id(person).toString();
        for (var user :
                product.admin().get("/api/users?limit=200").expect(200).json().path("items")) {
            if (user.path("id").asText().equals(id)) {
                return user;
            }
        }
        throw new AssertionError("No account " + id);
    }

    private static String etag(JsonNode account) {
        return "\"" + account.path("version").asLong() + "\"";
    }

    private void update(String sql, UUID parameter) throws SQLException {
        try (var connection = product.database();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
