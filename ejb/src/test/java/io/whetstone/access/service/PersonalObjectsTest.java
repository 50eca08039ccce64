package io.whetstone.access.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.access.entity.ShareLevel;
import io.whetstone.access.entity.ShareRepository;
import io.whetstone.access.entity.Shareable;
import io.whetstone.access.entity.WorkspaceRole;
import io.whetstone.kernel.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is one person's alone inside a workspace. */
class PersonalObjectsTest {
    static final UUID TEAM = UUID.randomUUID();
    static final UUID ADA = UUID.randomUUID();
    static final UUID BOB = UUID.randomUUID();
    static final UUID TALK = UUID.randomUUID();

    final AccessPolicy policy = new AccessPolicy();

    PersonalObjectsTest() {
        policy.memberships = new Memberships() {
            @Override
            public Optional<WorkspaceRole> roleOf(UUID workspaceId, UUID userId) {
                return Optional.of(WorkspaceRole.OWNER);
            }

            @Override
            public List<MembershipView> membershipsOf(UUID userId) {
                return List.of();
            }
        };
        policy.shares = shares(Optional.empty());
        policy.personal = new PersonalObjects() {
            @Override
            boolean isOwn(UUID userId, UUID workspaceId, Shareable type, UUID id) {
                return id.equals(TALK) && workspaceId.equals(TEAM) && userId.equals(ADA);
            }
        };
    }

    @Test
    void its_maker_may_and_the_owner_of_the_workspace_may_not() {
        assertThat(may(ADA, TALK)).isEqualTo(TEAM);
        assertThatThrownBy(() -> may(BOB, TALK))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("conversation");
    }

    @Test
    void what_is_not_there_is_nobodys() {
        assertThatThrownBy(() -> may(ADA, UUID.randomUUID())).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_share_opens_it_as_far_as_it_goes() {
        policy.shares = shares(Optional.of(ShareLevel.VIEW));

        assertThat(may(BOB, TALK)).isEqualTo(TEAM);
        assertThatThrownBy(
                        () -> policy.requireOf(BOB, Permission.CONVERSATION_WRITE, TEAM, Shareable.CONVERSATION, TALK))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void what_belongs_to_all_of_the_workspace_asks_for_no_owner() {
        assertThat(policy.requireOf(BOB, Permission.DATASET_READ, TEAM, Shareable.DATASET, TALK))
                .isEqualTo(TEAM);
    }

    private UUID may(UUID person, UUID id) {
        return policy.requireOf(person, Permission.CONVERSATION_READ, TEAM, Shareable.CONVERSATION, id);
    }

    private static ShareRepository shares(Optional<ShareLevel> level) {
        return new ShareRepository() {
            @Override
            public Optional<Grant> widestTo(UUID userId, Shareable type, UUID id) {
                return level.map(allowed -> new Grant(TEAM, allowed));
            }
        };
    }
}
