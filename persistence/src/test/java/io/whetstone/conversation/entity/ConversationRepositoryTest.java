package io.whetstone.conversation.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whetstone.access.entity.Share;
import io.whetstone.access.entity.Share.Shared;
import io.whetstone.access.entity.ShareLevel;
import io.whetstone.access.entity.Shareable;
import io.whetstone.conversation.entity.ConversationRepository.Wanted;
import io.whetstone.conversation.entity.Message.Order;
import io.whetstone.kernel.Cursor;
import io.whetstone.kernel.PersistenceTest;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationRepositoryTest extends PersistenceTest {
    static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    final ConversationRepository conversations = new ConversationRepository();
    final MessageRepository messages = new MessageRepository();

    @BeforeEach
    void inject() {
        conversations.entities = entities;
        messages.entities = entities;
    }

    @Test
    void the_list_is_one_persons_own_by_its_last_words_and_can_be_searched() {
        var ada = givenWorkspace();
        as(ada);
        var first = begun(ada, "Stones and 100% grit", NOON);
        var second = begun(ada, "Knives", NOON.plusSeconds(1));
        messages.add(second.answer(messages.newest(second.id()).orElseThrow(), ada, NOON.plusSeconds(2)));
        commit();
        as(ada);

        assertThat(conversations.newest(wanted(ada, ""), null, 1))
                .extracting(Conversation::title)
                .containsExactly("Knives", "Stones and 100% grit");
        var after = new Cursor(NOON.plusSeconds(2), second.id());
        assertThat(conversations.newest(wanted(ada, ""), after, 5))
                .extracting(Conversation::id)
                .containsExactly(first.id());
        assertThat(conversations.newest(wanted(ada, "0% GRIT"), null, 5)).hasSize(1);
        assertThat(conversations.newest(wanted(ada, "0_ grit"), null, 5)).isEmpty();
        assertThat(conversations.newest(wanted(ada, "%"), null, 5))
                .extracting(Conversation::id)
                .containsExactly(first.id());
        assertThat(conversations.newest(wanted(ada, "!"), null, 5)).isEmpty();
        assertThat(conversations.newest(new Wanted(ada, ada, "", true), null, 5))
                .isEmpty();
    }

    @Test
    void words_of_messages_are_found_as_they_are_written() {
        var ada = givenWorkspace();
        var bob = givenWorkspace();
        as(ada);
        var percent = begun(ada, "first", NOON);
        added(percent.say(messages.newest(percent.id()).orElseThrow(), "a rise of 50% in rents", ada, NOON));
        var plain = begun(ada, "second", NOON);
        added(plain.say(messages.newest(plain.id()).orElseThrow(), "a rise of 500 in_rents!", ada, NOON));
        commit();
        as(bob);
        begun(bob, "50% of others", NOON);
        commit();
        as(ada);

        assertThat(found(ada, "50% In")).containsExactly(percent.id());
        assertThat(found(ada, "in_rents!")).containsExactly(plain.id());
        assertThat(found(ada, "in%rents")).isEmpty();
        assertThat(found(ada, "others")).isEmpty();
        assertThat(found(ada, "RISE OF 50")).hasSize(2);
    }

    private List<UUID> found(UUID person, String text) {
        return conversations.newest(wanted(person, text), null, 5).stream()
                .map(Conversation::id)
                .toList();
    }

    @Test
    void a_branch_is_the_way_from_the_first_message_to_its_leaf() {
        var ada = givenWorkspace();
        as(ada);
        var talk = begun(ada, "Why?", NOON);
        var question = messages.newest(talk.id()).orElseThrow();
        var answer = added(talk.answer(question, ada, NOON));
        var other = added(talk.answer(question, ada, NOON));
        var next = added(talk.say(other, "And then?", ada, NOON));
        entities.flush();

        assertThat(messages.branch(talk.id(), next.id()))
                .extracting(Message::id)
                .containsExactly(question.id(), other.id(), next.id());
        assertThat(messages.branch(UUID.randomUUID(), next.id())).isEmpty();
        assertThat(messages.after(talk.id(), 1, 2)).extracting(Message::id).containsExactly(answer.id(), other.id());
    }

    @Test
    void a_colleague_in_the_same_workspace_sees_nothing_of_it() {
        var team = givenWorkspace();
        var bob = givenMember(team);
        as(team);
        var talk = begun(team, "private", NOON);
        commit();

        as(bob);
        assertThat(conversations.find(team, talk.id())).isEmpty();
        assertThat(messages.after(talk.id(), 0, 10)).isEmpty();
        assertThat(changed("update conversations set title = 'x' where id = ?1", talk.id()))
                .isZero();
        assertThat(changed("delete from conversations where id = ?1", talk.id()))
                .isZero();
        assertThatThrownBy(() -> {
                    var loaded = entities.getReference(Conversation.class, talk.id());
                    entities.createNativeQuery(
                                    "insert into messages (id, version, workspace_id, conversation_id, number, role,"
                                            + " content, state, created_by, created_at) values (gen_random_uuid(), 0, ?1,"
                                            + " ?2, 9, 'user', 'x', 'complete', ?3, now())")
                            .setParameter(1, team)
                            .setParameter(2, loaded.id())
                            .setParameter(3, bob)
                            .executeUpdate();
                })
                .isInstanceOf(PersistenceException.class);
    }

    /**
     * A plan that first lists what the caller may see gets slower with every conversation of the installation. Where
     * there are hardly any, PostgreSQL would take it all the same, so it is told that reading all rows is dear.
     */
    @Test
    void reading_messages_asks_only_for_their_own_conversation() {
        as(givenWorkspace());
        entities.createNativeQuery("set local enable_seqscan = off").executeUpdate();

        var plan = entities.createNativeQuery("explain select * from messages where conversation_id = ?1")
                .setParameter(1, UUID.randomUUID())
                .getResultList();

        assertThat(plan.toString()).contains("EXISTS").doesNotContain("hashed");
    }

    @Test
    void a_share_opens_it_to_a_colleague_to_read_or_to_go_on() {
        var team = givenWorkspace();
        var bob = givenMember(team);
        var vic = givenWorkspace();
        as(team);
        var talk = begun(team, "ours", NOON);
        entities.flush();
        share(talk, vic, ShareLevel.COMMENT);
        share(talk, bob, ShareLevel.EDIT);
        commit();

        as(vic);
        var read = messages.after(talk.id(), 0, 10);
        assertThat(read).extracting(Message::content).containsExactly("ours");
        assertThat(read.get(0).making().modelId()).isNull();
        assertThat(changed("update conversations set title = 'x' where id = ?1", talk.id()))
                .isZero();
        commit();
        as(bob);
        var seen = conversations.lock(team, talk.id()).orElseThrow();
        added(seen.say(null, "me too", bob, NOON));
        commit();
        as(bob);
        assertThat(messages.after(talk.id(), 0, 10)).hasSize(2);
        assertThat(changed("delete from conversations where id = ?1", talk.id()))
                .isZero();
    }

    @Test
    void shares_and_comments_of_it_are_hidden_from_colleagues_and_go_with_it() {
        var team = givenWorkspace();
        var bob = givenMember(team);
        var vic = givenWorkspace();
        as(team);
        var talk = begun(team, "ours", NOON);
        entities.flush();
        share(talk, vic, ShareLevel.COMMENT);
        commented(talk, team);
        commit();

        as(bob);
        assertThat(count("select count(*) from shares where resource_id = ?1", talk.id()))
                .isZero();
        assertThat(count("select count(*) from comments where resource_id = ?1", talk.id()))
                .isZero();
        assertThatThrownBy(() -> commented(talk, bob)).isInstanceOf(PersistenceException.class);
        entities.getTransaction().rollback();
        entities.getTransaction().begin();

        as(vic);
        assertThat(count("select count(*) from comments where resource_id = ?1", talk.id()))
                .isOne();
        commented(talk, vic);
        commit();
        as(team);
        conversations.remove(conversations.find(team, talk.id()).orElseThrow());
        commit();
        asSystem();
        assertThat(count("select count(*) from comments where resource_id = ?1", talk.id()))
                .isZero();
        assertThat(count("select count(*) from messages where conversation_id = ?1", talk.id()))
                .isZero();
    }

    @Test
    void with_its_workspace_all_of_it_goes() {
        var ada = givenWorkspace();
        var team = UUID.randomUUID();
        asSystem();
        update("insert into workspaces (id, version, name, kind, created_at) values (?1, 0, 't', 'team', now())", team);
        entities.createNativeQuery("insert into workspace_members (workspace_id, user_id, role, joined_at)"
                        + " values (?1, ?2, 'owner', now())")
                .setParameter(1, team)
                .setParameter(2, ada)
                .executeUpdate();
        commit();
        as(ada);
        var talk = new Conversation(team, "", ada, NOON);
        conversations.add(talk);
        messages.add(talk.say(null, "ours", ada, NOON));
        commented(talk, ada);
        commit();

        asSystem();
        update("delete from workspaces where id = ?1", team);
        commit();

        asSystem();
        assertThat(count("select count(*) from conversations where id = ?1", talk.id()))
                .isZero();
        assertThat(count("select count(*) from messages where conversation_id = ?1", talk.id()))
                .isZero();
        assertThat(count("select count(*) from comments where resource_id = ?1", talk.id()))
                .isZero();
    }

    @Test
    void an_answer_of_a_silent_node_is_found_and_one_that_is_held_is_not() {
        var ada = givenWorkspace();
        var node = UUID.randomUUID();
        as(ada);
        var talk = begun(ada, "Why?", NOON);
        var question = messages.newest(talk.id()).orElseThrow();
        var answer = talk.answer(question, ada, NOON);
        answer.begin(new Order(UUID.randomUUID(), "tiny", "key", "f".repeat(64)), node, NOON);
        added(answer);
        commit();

        asSystem();
        messages.renew(node, NOON.plusSeconds(30), NOON.minusSeconds(1));
        messages.renew(node, NOON.plusSeconds(90), NOON);
        messages.renew(UUID.randomUUID(), NOON.plusSeconds(90), NOON.minusSeconds(1));
        assertThat(messages.abandoned(NOON.plusSeconds(20), 10)).isEmpty();
        assertThat(messages.abandoned(NOON.plusSeconds(31), 10))
                .extracting(Message::id)
                .containsExactly(answer.id());
        messages.lockPending(answer.id()).orElseThrow().fail("so far", "silent", NOON);
        commit();

        as(ada);
        var read = messages.answerTo(talk.id(), ada, "key").orElseThrow();
        assertThat(read.state()).isEqualTo(MessageState.FAILED);
        assertThat(read.content()).isEqualTo("so far");
        assertThat(messages.lockPending(answer.id())).isEmpty();
    }

    @Test
    void what_comes_of_an_answer_is_kept_until_it_has_ended() {
        var ada = givenWorkspace();
        as(ada);
        var talk = begun(ada, "Why?", NOON);
        var answer = talk.answer(messages.newest(talk.id()).orElseThrow(), ada, NOON);
        answer.begin(new Order(UUID.randomUUID(), "tiny", "key", "f".repeat(64)), UUID.randomUUID(), NOON);
        added(answer);
        commit();

        asSystem();
        messages.grow(answer.id(), "Because\u0000 of");
        commit();
        asSystem();
        var half = messages.lockPending(answer.id()).orElseThrow();
        assertThat(half.content()).isEqualTo("Because of");
        half.complete("Because of the rain", "stop", NOON);
        commit();
        asSystem();
        messages.grow(answer.id(), "too late");
        commit();

        as(ada);
        assertThat(messages.find(talk.id(), answer.id()).orElseThrow().content())
                .isEqualTo("Because of the rain");
    }

    private Conversation begun(UUID person, String text, Instant at) {
        var talk = new Conversation(person, "", person, at);
        conversations.add(talk);
        added(talk.say(null, text, person, at));
        entities.flush();
        return talk;
    }

    private Message added(Message message) {
        messages.add(message);
        return message;
    }

    private static Wanted wanted(UUID person, String text) {
        return new Wanted(person, person, text, false);
    }

    private void share(Conversation talk, UUID person, ShareLevel level) {
        var shared = new Shared(talk.workspaceId(), Shareable.CONVERSATION, talk.id());
        entities.persist(Share.withPerson(shared, person, level, talk.createdBy(), NOON));
        entities.flush();
    }

    private void commented(Conversation talk, UUID by) {
        entities.createNativeQuery(
                        "insert into comments (id, version, workspace_id, resource_type, resource_id, author_id,"
                                + " text, mentions, created_at)"
                                + " values (gen_random_uuid(), 0, ?1, 'conversation', ?2, ?3, 'x', '[]', now())")
                .setParameter(1, talk.workspaceId())
                .setParameter(2, talk.id())
                .setParameter(3, by)
                .executeUpdate();
    }

    private UUID givenMember(UUID workspace) {
        var person = givenWorkspace();
        asSystem();
        entities.createNativeQuery("insert into workspace_members (workspace_id, user_id, role, joined_at)"
                        + " values (?1, ?2, 'admin', now())")
                .setParameter(1, workspace)
                .setParameter(2, person)
                .executeUpdate();
        commit();
        return person;
    }

    private int changed(String sql, UUID id) {
        return entities.createNativeQuery(sql).setParameter(1, id).executeUpdate();
    }

    private long count(String sql, UUID id) {
        return ((Number) entities.createNativeQuery(sql).setParameter(1, id).getSingleResult()).longValue();
    }
}
