package io.whetstone.dataset.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.access.service.AccessPolicy;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.service.TenantScoped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The example data of the product: what there is, and adding it to a workspace. */
@Stateless
@RolesAllowed("user")
@TenantScoped
public class ExampleService {
    private static final List<String> NAMES = List.of("support-triage", "plain-language");

    @Inject
    NewVersions newVersions;

    @Inject
    DatasetAnnouncer announcer;

    @Inject
    AccessPolicy access;

    @Inject
    ObjectMapper json;

    public List<ExampleView> list(UUID workspaceId) {
        access.require(Permission.DATASET_READ, workspaceId);
        return NAMES.stream().map(this::card).toList();
    }

    /** Adds each file of an example as a dataset. The first, to train on, comes last, as the newest; it is answered. */
    public DatasetView add(UUID workspaceId, String name) {
        access.require(Permission.DATASET_WRITE, workspaceId);

        if (!NAMES.contains(name)) {
            throw ProblemException.notFound("example", name);
        }
        var card = card(name);
        var parts = new ArrayList<>(card.files());
        Collections.reverse(parts);
        var added = parts.stream().map(part -> add(workspaceId, card, part)).toList();
        return added.get(added.size() - 1);
    }

    private DatasetView add(UUID workspaceId, ExampleView card, ExampleView.Part part) {
        var made = newVersions.create(workspaceId, part.title(), card.description(), part.file());
        newVersions.fillFromExample(made.version(), card.name() + "/" + part.file());
        return announcer.changed(made.dataset());
    }

    private ExampleView card(String name) {
        var resource = "/examples/%s/card.json".formatted(name);
        try (var in = ExampleService.class.getResourceAsStream(resource)) {
            var card = json.readTree(Objects.requireNonNull(in, resource));
            var parts = StreamSupport.stream(card.path("files").spliterator(), false)
                    .map(ExampleService::part)
                    .toList();
            return new ExampleView(
                    name,
                    card.path("title").asText(),
                    card.path("description").asText(),
                    card.path("licence").asText(),
                    parts.stream().mapToLong(ExampleView.Part::rows).sum(),
                    parts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ExampleView.Part part(JsonNode file) {
        return new ExampleView.Part(
                file.path("file").asText(),
                file.path("title").asText(),
                file.path("rows").asLong());
    }
}
