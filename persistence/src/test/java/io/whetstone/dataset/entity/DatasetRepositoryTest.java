package io.whetstone.dataset.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasetRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final DatasetRepository datasets = new DatasetRepository();
    final DatasetVersionRepository versions = new DatasetVersionRepository();

    @BeforeEach
    void connect() {
        datasets.entities = entities;
        versions.entities = entities;
    }

    @Test
    void a_ready_version_becomes_the_current_one_and_a_failed_one_does_not() {
        var ada = givenWorkspace();
        as(ada);
        var dataset = given(ada, "Tickets", NOON);
        var first = versions.find(ada, dataset.id(), 1).orElseThrow();
        first.ready(facts());
        dataset.accept(first, NOON);
        var second = dataset.addVersion("b.csv", ada, NOON);
        versions.add(second);
        second.fail("The file is empty");
        dataset.reject(NOON);
        entities.flush();
        entities.clear();

        var found = datasets.find(ada, dataset.id()).orElseThrow();

        assertThat(found.status()).isEqualTo(DatasetStatus.READY);
        assertThat(found.currentVersion()).isEqualTo(1);
        assertThat(versions.shown(ada, List.of(dataset.id())).values())
                .extracting(DatasetVersion::number)
                .containsExactly(1);
        assertThat(versions.ofDataset(ada, dataset.id(), Integer.MAX_VALUE, 10))
                .extracting(DatasetVersion::number)
                .containsExactly(2, 1);
    }

    @Test
    void a_dataset_whose_only_version_failed_has_failed() {
        var dataset = new Dataset(UUID.randomUUID(), "d", null, UUID.randomUUID(), NOON);
        dataset.addVersion("a.csv", UUID.randomUUID(), NOON).fail("The file is empty");

        dataset.reject(NOON);

        assertThat(dataset.status()).isEqualTo(DatasetStatus.FAILED);
        assertThat(dataset.shownVersion()).isEqualTo(1);
    }

    @Test
    void a_version_is_read_only_once() {
        var version = new Dataset(UUID.randomUUID(), "d", null, UUID.randomUUID(), NOON)
                .addVersion("a.csv", UUID.randomUUID(), NOON);
        version.ready(facts());

        assertThatThrownBy(() -> version.fail("late")).isInstanceOf(ProblemException.class);
    }

    @Test
    void lists_are_searched_by_name_and_paged_newest_first() {
        var ada = givenWorkspace();
        as(ada);
        given(ada, "100% Tickets", NOON);
        given(ada, "tickets two", NOON.plusSeconds(1));
        given(ada, "letters", NOON.plusSeconds(2));
        entities.flush();

        var page = datasets.newest(ada, "TICKETS", null, 1);
        var rest = datasets.newest(
                ada, "tickets", new Cursor(page.get(0).createdAt(), page.get(0).id()), 1);

        assertThat(page).extracting(Dataset::name).containsExactly("tickets two", "100% Tickets");
        assertThat(rest).extracting(Dataset::name).containsExactly("100% Tickets");
        assertThat(datasets.newest(ada, "0% t", null, 5)).hasSize(1);
        assertThat(datasets.newest(ada, "%", null, 5)).hasSize(1);
    }

    @Test
    void deleting_a_dataset_takes_its_versions_and_problems_along() {
        var ada = givenWorkspace();
        as(ada);
        var dataset = given(ada, "Tickets", NOON);
        var version = versions.find(ada, dataset.id(), 1).orElseThrow();
        versions.add(new DatasetProblem(version, 0, 7, "the conversation is empty"));
        entities.flush();
        assertThat(versions.problems(ada, version.id(), 0, 10))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(7));

        datasets.remove(dataset);
        entities.flush();
        entities.clear();

        assertThat(versions.find(ada, dataset.id(), 1)).isEmpty();
        assertThat(versions.problems(ada, version.id(), 0, 10)).isEmpty();
    }

    @Test
    void another_workspace_sees_nothing_even_when_it_knows_the_ids() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        as(ada);
        var dataset = given(ada, "Tickets", NOON);
        commit();

        as(bob);

        assertThat(datasets.find(ada, dataset.id())).isEmpty();
        assertThat(datasets.newest(ada, "", null, 10)).isEmpty();
        assertThat(versions.find(ada, dataset.id(), 1)).isEmpty();
    }

    @Test
    void ready_versions_without_token_counts_are_found_for_the_system() {
        var ada = givenWorkspace();
        as(ada);
        var dataset = given(ada, "Tickets", NOON);
        var version = versions.find(ada, dataset.id(), 1).orElseThrow();
        version.ready(facts());
        dataset.accept(version, NOON);
        entities.flush();

        assertThat(versions.uncounted(10_000)).contains(version.id());
        version.describe(JsonNodeFactory.instance.objectNode().set("tokens", JsonNodeFactory.instance.objectNode()));
        entities.flush();
        assertThat(versions.uncounted(10_000)).doesNotContain(version.id());
    }

    private Dataset given(UUID workspaceId, String name, Instant at) {
        var dataset = new Dataset(workspaceId, name, null, workspaceId, at);
        var version = dataset.addVersion("a.jsonl", workspaceId, at);
        datasets.add(dataset);
        datasets.flush();
        versions.add(version);
        datasets.flush();
        return dataset;
    }

    private static VersionFacts facts() {
        var statistics = JsonNodeFactory.instance.objectNode().putNull("tokens").put("turns", 2.0);
        return new VersionFacts(DatasetFormat.RAW_TEXT, 3, 1, 0, 42, "0".repeat(64), statistics);
    }
}
