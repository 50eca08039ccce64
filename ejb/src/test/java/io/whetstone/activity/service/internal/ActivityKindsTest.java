package io.whetstone.activity.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityKindsTest {
    @ParameterizedTest
    @CsvSource({
        "dataset.created, true",
        "dataset.version_added, true",
        "training_job.completed, true",
        "share.created, true",
        "comment.deleted, true",
        "conversation.renamed, true",
        "training_configuration.changed, true",
        "member.removed, true",
        "workspace.transferred, true",
        "invitation.accepted, true",
        "invitation.created, false",
        "api_key.created, false",
        "service_key.acted, false",
        "secret.changed, false",
        "session.opened, false",
        "access.refused, false",
    })
    void members_read_of_their_work_and_not_of_security(String action, boolean shown) {
        assertThat(ActivityKinds.shows(action)).isEqualTo(shown);
    }
}
