package io.whetstone.notification.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.access.entity.Shareable;
import io.whetstone.comment.service.CommentPosted;
import io.whetstone.notification.entity.Notification.Content;
import io.whetstone.notification.entity.NotificationKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentNoticesTest {
    static final UUID ADA = UUID.randomUUID();
    static final UUID BOB = UUID.randomUUID();
    static final UUID CY = UUID.randomUUID();

    final Map<UUID, Content> told = new HashMap<>();
    final CommentNotices notices = new CommentNotices();

    @BeforeEach
    void inject() {
        notices.notifier = new Notifier() {
            @Override
            public void tell(UUID userId, Content content) {
                assertThat(told.put(userId, content)).as("told twice").isNull();
            }

            @Override
            public String nameOf(UUID userId) {
                return "Ada";
            }
        };
    }

    @Test
    void those_named_and_the_one_answered_are_told() {
        notices.posted(posted(Set.of(BOB), CY));

        assertThat(told.keySet()).containsExactlyInAnyOrder(BOB, CY);
        assertThat(to(BOB).kind()).isEqualTo(NotificationKind.MENTION);
        assertThat(to(CY).kind()).isEqualTo(NotificationKind.REPLY);
        assertThat(to(CY).title()).isEqualTo("Ada replied to you in “Triage”");
    }

    @Test
    void whoever_is_named_in_a_reply_to_them_is_told_once() {
        notices.posted(posted(Set.of(BOB), BOB));

        assertThat(to(BOB).kind()).isEqualTo(NotificationKind.MENTION);
    }

    @Test
    void nobody_is_told_of_their_own_words() {
        notices.posted(posted(Set.of(ADA), ADA));

        assertThat(told).isEmpty();
    }

    private Content to(UUID person) {
        return Objects.requireNonNull(told.get(person));
    }

    private static CommentPosted posted(Set<UUID> mentioned, @Nullable UUID answered) {
        return new CommentPosted(
                UUID.randomUUID(),
                Shareable.DATASET,
                UUID.randomUUID(),
                "Triage",
                UUID.randomUUID(),
                ADA,
                "look",
                mentioned,
                answered);
    }
}
