package io.whetstone.access.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.access.entity.ShareLevel;
import io.whetstone.access.entity.WorkspaceRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {
    @ParameterizedTest
    @CsvSource({
        "DATASET_READ,   VIEWER, true",
        "DATASET_WRITE,  VIEWER, false",
        "DATASET_WRITE,  MEMBER, true",
        "UPLOAD_WRITE,   VIEWER, false",
        "TRAINING_READ,  VIEWER, true",
        "TRAINING_START, VIEWER, false",
        "TRAINING_START, MEMBER, true",
        "MODEL_READ,     VIEWER, true",
        "MODEL_WRITE,    VIEWER, false",
        "CHAT_USE,       VIEWER, true",
        "COMMENT_READ,   VIEWER, true",
        "COMMENT_WRITE,  VIEWER, false",
        "COMMENT_WRITE,  MEMBER, true",
        "COMMENT_ADMIN,  MEMBER, false",
        "COMMENT_ADMIN,  ADMIN,  true",
        "ACTIVITY_READ,  VIEWER, true",
        "TRAINING_CONFIGURE, VIEWER, false",
        "TRAINING_CONFIGURE, MEMBER, true",
        "CONVERSATION_READ,  VIEWER, true",
        "CONVERSATION_WRITE, VIEWER, false",
        "CONVERSATION_WRITE, MEMBER, true",
    })
    void a_role_has_what_the_table_says(Permission permission, WorkspaceRole role, boolean granted) {
        assertThat(permission.isGrantedTo(role)).isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({
        "COMMENT_READ,  VIEW,    true",
        "COMMENT_WRITE, VIEW,    false",
        "COMMENT_WRITE, COMMENT, true",
        "COMMENT_WRITE, EDIT,    true",
        "COMMENT_ADMIN, EDIT,    false",
        "ACTIVITY_READ, EDIT,    false",
        "TRAINING_CONFIGURE, COMMENT, false",
        "TRAINING_CONFIGURE, EDIT, true",
        "CONVERSATION_READ,  VIEW, true",
        "CONVERSATION_WRITE, COMMENT, false",
        "CONVERSATION_WRITE, EDIT, true",
    })
    void a_share_gives_what_the_table_says(Permission permission, ShareLevel level, boolean granted) {
        assertThat(permission.isGrantedBy(level)).isEqualTo(granted);
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void an_owner_may_do_everything(Permission permission) {
        assertThat(permission.isGrantedTo(WorkspaceRole.OWNER)).isTrue();
    }
}
