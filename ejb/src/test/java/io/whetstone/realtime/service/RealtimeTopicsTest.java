package io.whetstone.realtime.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.access.entity.Shareable;
import io.whetstone.access.service.Permission;
import io.whetstone.kernel.ProblemException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealtimeTopicsTest {
    static final String ID = "00000000-0000-0000-0000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "datasets, DATASET_READ",
        "models, MODEL_READ",
        "tasks, TASK_READ",
        "training_jobs, TRAINING_READ",
        "activity, ACTIVITY_READ",
        "training_configurations, TRAINING_READ",
    })
    void a_topic_of_a_workspace_asks_for_a_permission_only(String topic, Permission permission) {
        assertThat(RealtimeTopics.rule(topic)).isEqualTo(new RealtimeTopics.Rule(permission, null, null, null));
    }

    @Test
    void a_topic_of_one_object_names_it() {
        var id = UUID.fromString(ID);

        assertThat(RealtimeTopics.rule("training_jobs/" + ID))
                .isEqualTo(new RealtimeTopics.Rule(Permission.TRAINING_READ, Shareable.TRAINING_JOB, id, null));
        assertThat(RealtimeTopics.rule("comments/dataset/" + ID))
                .isEqualTo(new RealtimeTopics.Rule(Permission.COMMENT_READ, Shareable.DATASET, id, null));
        assertThat(RealtimeTopics.rule("conversations/" + ID))
                .isEqualTo(new RealtimeTopics.Rule(Permission.CONVERSATION_READ, Shareable.CONVERSATION, id, null));
    }

    @Test
    void notifications_are_a_persons() {
        assertThat(RealtimeTopics.rule("notifications/" + ID).person()).isEqualTo(UUID.fromString(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secrets",
                "comments",
                "comments/dataset",
                "comments/workspace/" + ID,
                "comments/dataset/one",
                "comments/dataset/" + ID + "/more",
                "notifications",
                "notifications/me",
                "training_jobs/one",
                "conversations",
            })
    void what_is_no_topic_is_refused(String topic) {
        assertThatThrownBy(() -> RealtimeTopics.rule(topic)).isInstanceOf(ProblemException.class);
    }
}
