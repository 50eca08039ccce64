package io.whetstone.product;

import java.sql.SQLException;
import java.util.UUID;

/** A training job of a person that no node takes: paused, as a row, so that no trainer is needed. */
record WaitingJob(String id) {
    private static final String ADD = "insert into training_jobs (id, version, workspace_id, name, status, model_id,"
            + " model_name, dataset_id, dataset_name, dataset_version, parameters, created_at)"
            + " values (?, 0, ?, 'waiting', 'paused', ?, 'm', ?, 'd', 1, '{}', now())";

    static WaitingJob of(Product product, Client person) {
        var id = UUID.randomUUID();
        var workspace = person.get("/api/me").expect(200).json().at("/workspaces/0/id");
        try (var connection = product.database();
                var add = connection.prepareStatement(ADD)) {
            add.setObject(1, id);
            add.setObject(2, UUID.fromString(workspace.asText()));
            add.setObject(3, UUID.randomUUID());
            add.setObject(4, UUID.randomUUID());
            add.executeUpdate();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return new WaitingJob(id.toString());
    }

    String path() {
        return "/api/training/jobs/" + id;
    }

    String tokens() {
        return path() + "/tokens";
    }
}
