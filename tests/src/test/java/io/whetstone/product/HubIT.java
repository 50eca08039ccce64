package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Models from a hub that is as strict as the real one, and worse. */
class HubIT {
    final HubPeer hub = SecondProduct.hub();
    final Product product = SecondProduct.shared();
    final Client admin = product.admin();

    @Test
    void a_model_comes_from_the_hub_with_all_its_pages_and_redirects() throws IOException {
        var repository = hub.add("org/tiny", HubRepository.ofTinyModel());

        var model = settled(imported("org/tiny"));

        assertThat(model.path("status").asText()).as(model.toString()).isEqualTo("ready");
        assertThat(model.path("architecture").asText()).isEqualTo("llama");
        var hf = product.home().resolve("models/" + model.path("id").asText() + "/hf");
        for (var name : Set.of("config.json", "tokenizer.json", "model.safetensors", "README.md")) {
            assertThat(Files.readAllBytes(hf.resolve(name))).isEqualTo(repository.content(name));
        }
        assertThat(hf.resolve("training.log")).doesNotExist();
        assertThat(hub.requests("org/tiny/tree")).hasSize(3);
    }

    @Test
    void a_cut_download_goes_on_where_it_broke_and_its_progress_shows() throws IOException {
        var repository = hub.add("org/shaky", HubRepository.ofTinyModel().cut(2).slow());
        var id = imported("org/shaky");
        var seen = new ArrayList<Double>();

        var model = Waiting.until(
                Duration.ofSeconds(60),
                () -> {
                    var now = admin.get("/api/models/" + id).expect(200).json();
                    seen.add(now.path("progress").asDouble());
                    return now;
                },
                now -> !now.path("status").asText().equals("importing"));

        assertThat(model.path("status").asText()).as(model.toString()).isEqualTo("ready");
        assertThat(seen.stream().filter(share -> share > 0.05 && share < 0.95).distinct())
                .hasSizeGreaterThan(2);
        assertThat(seen).isSorted();
        var half = repository.content("model.safetensors").length / 2;
        assertThat(hub.requests("repo=org/shaky"))
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).doesNotContain("bytes="),
                        second -> assertThat(second).endsWith("bytes=%d-".formatted(half)),
                        third -> assertThat(third).contains("bytes="));
    }

    @Test
    void a_busy_hub_is_asked_again() throws IOException {
        hub.add("org/busy", HubRepository.ofTinyModel().busy(429, 503));

        var model = settled(imported("org/busy"));

        assertThat(model.path("status").asText()).as(model.toString()).isEqualTo("ready");
    }

    @Test
    void weights_with_another_hash_are_refused_and_nothing_is_left() throws IOException {
        hub.add("org/forged", HubRepository.ofTinyModel().withOtherWeights());

        var model = settled(imported("org/forged"));

        assertThat(model.path("status").asText()).isEqualTo("failed");
        assertThat(model.path("error").asText()).contains("model.safetensors").contains("hash");
        Waiting.until(
                Duration.ofSeconds(5),
                () -> Files.exists(product.home()
                        .resolve("models")
                        .resolve(model.path("id").asText())),
                left -> !left);
    }

    @Test
    void what_may_not_be_read_or_is_not_there_is_told_so() throws IOException {
        hub.add("org/gated", HubRepository.ofTinyModel().gated());

        var gated = settled(imported("org/gated"));
        var missing = settled(imported("org/nothing"));

        assertThat(gated.path("status").asText()).isEqualTo("failed");
        assertThat(gated.path("error").asText()).contains("org/gated").contains("403");
        assertThat(missing.path("status").asText()).isEqualTo("failed");
        assertThat(missing.path("error").asText()).contains("org/nothing").contains("404");
    }

    private String imported(String repository) {
        var source = Map.of("type", "hub", "repository", repository);
        return admin.post("/api/models", Map.of("name", repository, "source", source))
                .expect(201)
                .text("id");
    }

    private JsonNode settled(String id) {
        return Waiting.until(
                Duration.ofSeconds(60),
                () -> admin.get("/api/models/" + id).expect(200).json(),
                model -> !model.path("status").asText().equals("importing"));
    }
}
