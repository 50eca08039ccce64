package io.whetstone.comment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.access.entity.Shareable;
import io.whetstone.comment.entity.Comment.Target;
import io.whetstone.comment.entity.ReactionRepository.Reaction;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import io.whetstone.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommentRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final CommentRepository comments = new CommentRepository();
    final ReactionRepository reactions = new ReactionRepository();

    @BeforeEach
    void inject() {
        comments.entities = entities;
        reactions.entities = entities;
    }

    @Test
    void threads_come_newest_first_with_their_replies_in_order() {
        var ada = givenWorkspace();
        var target = new Target(ada, Shareable.DATASET, givenDataset(ada));
        as(ada);
        var first = said(Comment.on(target, ada, NOON), "first");
        var second = said(Comment.on(target, ada, NOON.plusSeconds(1)), "second");
        said(first.reply(ada, NOON.plusSeconds(3)), "later");
        said(first.reply(ada, NOON.plusSeconds(2)), "sooner");

        assertThat(comments.threads(target, null, 1)).extracting(Comment::text).containsExactly("second", "first");
        var after = new Cursor(second.createdAt(), second.id());
        assertThat(comments.threads(target, after, 1)).extracting(Comment::text).containsExactly("first");
        assertThat(comments.replies(List.of(first.id(), second.id())))
                .extracting(Comment::text)
                .containsExactly("sooner", "later");
        assertThat(comments.replyCount(first.id())).isEqualTo(2);
    }

    @Test
    void a_grantee_to_comment_speaks_in_the_home_workspace_and_one_to_view_only_listens() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var vic = givenWorkspace();
        var target = new Target(ada, Shareable.DATASET, givenDataset(ada));
        share(target, bob, "comment");
        share(target, vic, "view");
        as(bob);
        said(Comment.on(target, bob, NOON), "hello");
        commit();

        as(vic);
        assertThat(comments.threads(target, null, 10)).hasSize(1);
        refused(Comment.on(target, vic, NOON));
    }

    @Test
    void a_stranger_neither_sees_nor_says_anything() {
        var ada = givenWorkspace();
        var eve = givenWorkspace();
        var target = new Target(ada, Shareable.DATASET, givenDataset(ada));
        as(ada);
        said(Comment.on(target, ada, NOON), "secret");
        commit();

        as(eve);
        assertThat(comments.threads(target, null, 10)).isEmpty();
        refused(Comment.on(target, eve, NOON));
    }

    @Test
    void a_share_of_one_object_opens_no_other() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        share(new Target(ada, Shareable.DATASET, givenDataset(ada)), bob, "edit");
        var other = new Target(ada, Shareable.DATASET, givenDataset(ada));

        as(bob);
        refused(Comment.on(other, bob, NOON));
    }

    @Test
    void nobody_speaks_in_the_name_of_another() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var target = new Target(ada, Shareable.DATASET, givenDataset(ada));
        share(target, bob, "comment");

        as(bob);
        refused(Comment.on(target, ada, NOON));
    }

    @Test
    void a_grantee_changes_and_removes_only_what_is_their_own() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var target = new Target(ada, Shareable.DATASET, givenDataset(ada));
        share(target, bob, "edit");
        as(ada);
        var hers = said(Comment.on(target, ada, NOON), "hers").id();
        commit();
        as(bob);
        var his = said(Comment.on(target, bob, NOON), "his").id();

        assertThat(changed("update comments set text = 'x' where id = ?1", hers))
                .isZero();
        assertThat(changed("delete from comments where id = ?1", hers)).isZero();
        assertThat(changed("update comments set text = 'x' where id = ?1", his)).isOne();
        assertThat(changed("delete from comments where id = ?1", his)).isOne();
    }

    @Test
    void a_reaction_counts_once_and_needs_the_right_to_comment() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        var vic = givenWorkspace();
        var target = new Target(ada, Shareable.DATASET, givenDataset(ada));
        share(target, bob, "comment");
        share(target, vic, "view");
        as(ada);
        var comment = said(Comment.on(target, ada, NOON), "look").id();
        commit();
        as(bob);
        var his = new Reaction(comment, bob, Emoji.HEART);

        assertThat(reactions.add(ada, his, NOON)).isTrue();
        assertThat(reactions.add(ada, his, NOON)).isFalse();
        commit();
        as(vic);
        assertThat(reactions.to(Set.of(comment))).containsExactly(his);
        assertThatThrownBy(() -> reactions.add(ada, new Reaction(comment, vic, Emoji.EYES), NOON))
                .hasMessageContaining("row-level security");
    }

    @Test
    void with_a_dataset_goes_what_was_said_about_it() {
        var ada = givenWorkspace();
        var dataset = givenDataset(ada);
        var target = new Target(ada, Shareable.DATASET, dataset);
        as(ada);
        var first = said(Comment.on(target, ada, NOON), "first");
        said(first.reply(ada, NOON), "reply");

        changed("delete from datasets where id = ?1", dataset);
        entities.clear();

        assertThat(comments.threads(target, null, 10)).isEmpty();
    }

    @Test
    void a_reply_has_no_replies_and_what_was_taken_back_says_nothing_more() {
        var target = new Target(UUID.randomUUID(), Shareable.MODEL, UUID.randomUUID());
        var author = UUID.randomUUID();
        var comment = Comment.on(target, author, NOON);
        comment.say("words", Set.of(author));
        var reply = comment.reply(author, NOON);

        assertThat(comment.mentions()).containsExactly(author);
        assertThatThrownBy(() -> reply.reply(author, NOON)).isInstanceOf(ProblemException.class);
        comment.empty(NOON);
        assertThat(comment.text()).isEmpty();
        assertThat(comment.mentions()).isEmpty();
        assertThatThrownBy(() -> comment.say("again", Set.of())).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> comment.reply(author, NOON)).isInstanceOf(ProblemException.class);
    }

    private Comment said(Comment comment, String text) {
        comment.say(text, Set.of());
        comments.add(comment);
        return comment;
    }

    private void refused(Comment comment) {
        assertThatThrownBy(() -> said(comment, "words")).hasMessageContaining("row-level security");
    }

    private UUID givenDataset(UUID workspace) {
        as(workspace);
        var id = UUID.randomUUID();
        entities.createNativeQuery("insert into datasets (id, version, workspace_id, name, status, latest_version,"
                        + " created_at, updated_at) values (?1, 0, ?2, 'd', 'processing', 1, now(), now())")
                .setParameter(1, id)
                .setParameter(2, workspace)
                .executeUpdate();
        commit();
        return id;
    }

    private void share(Target target, UUID grantee, String level) {
        as(target.workspaceId());
        entities.createNativeQuery("insert into shares (id, version, workspace_id, resource_type, resource_id,"
                        + " grantee_user_id, level, created_by, created_at)"
                        + " values (?1, 0, ?2, 'dataset', ?3, ?4, ?5, ?2, now())")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, target.workspaceId())
                .setParameter(3, target.id())
                .setParameter(4, grantee)
                .setParameter(5, level)
                .executeUpdate();
        commit();
    }

    private int changed(String sql, UUID id) {
        return entities.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }
}
