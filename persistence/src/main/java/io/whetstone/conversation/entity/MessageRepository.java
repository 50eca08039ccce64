package io.whetstone.conversation.entity;

import io.whetstone.kernel.StorableText;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The messages of conversations, as the caller may see them. */
@Dependent
public class MessageRepository {
    private static final String BRANCH = "with recursive branch as ("
            + "select * from messages where id = ?1 and conversation_id = ?2"
            + " union all select m.* from messages m join branch b on m.id = b.parent_id)"
            + " select * from branch order by number";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Stores it at once: those that follow stand below it. */
    public void add(Message message) {
        entities.persist(message);
        entities.flush();
    }

    public Optional<Message> find(UUID conversationId, UUID id) {
        return entities.createQuery(
                        "select m from Message m where m.conversationId = :conversation and m.id = :id", Message.class)
                .setParameter("conversation", conversationId)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The last message that was added. */
    public Optional<Message> newest(UUID conversationId) {
        return entities.createQuery(
                        "select m from Message m where m.conversationId = :conversation order by m.number desc",
                        Message.class)
                .setParameter("conversation", conversationId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The whole tree in the order in which it grew, after a number. */
    public List<Message> after(UUID conversationId, int number, int limit) {
        return entities.createQuery(
                        "select m from Message m where m.conversationId = :conversation and m.number > :number"
                                + " order by m.number",
                        Message.class)
                .setParameter("conversation", conversationId)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The way from the first message to this one. */
    public List<Message> branch(UUID conversationId, UUID leaf) {
        var rows = entities.createNativeQuery(BRANCH, Message.class)
                .setParameter(1, leaf)
                .setParameter(2, conversationId)
                .getResultList();
        return ((List<?>) rows).stream().map(Message.class::cast).toList();
    }

    /** The answer to a request that has come before. */
    public Optional<Message> answerTo(UUID conversationId, UUID person, String requestKey) {
        return entities.createQuery(
                        "select m from Message m where m.conversationId = :conversation and m.createdBy = :person"
                                + " and m.making.requestKey = :key",
                        Message.class)
                .setParameter("conversation", conversationId)
                .setParameter("person", person)
                .setParameter("key", requestKey)
                .getResultStream()
                .findFirst();
    }

    /** Any answer that is being made, for the system's own work; empty when it has ended or is gone. */
    public Optional<Message> lockPending(UUID id) {
        return Optional.ofNullable(entities.find(Message.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Message::isPending);
    }

    /**
     * Keeps what has come of an answer so far, in one statement since it comes every second; what has ended, or is
     * gone, stays as it is.
     */
    public void grow(UUID id, String soFar) {
        entities.createNativeQuery(
                        "update messages set content = ?2, version = version + 1 where id = ?1 and state = 'pending'")
                .setParameter(1, id)
                .setParameter(2, StorableText.of(soFar))
                .executeUpdate();
    }

    /** Holds on to the answers that this node is making, but to none that was begun before then. */
    public void renew(UUID node, Instant leaseUntil, Instant begunAfter) {
        entities.createNativeQuery("update messages set lease_until = ?2"
                        + " where state = 'pending' and node = ?1 and created_at > ?3")
                .setParameter(1, node)
                .setParameter(2, leaseUntil.atOffset(ZoneOffset.UTC))
                .setParameter(3, begunAfter.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Some answers whose node is silent, of which nobody else takes care now. */
    public List<Message> abandoned(Instant now, int limit) {
        var ids = entities.createNativeQuery("select id from messages where state = 'pending' and lease_until < ?1"
                        + " order by lease_until limit ?2 for update skip locked")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, limit)
                .getResultList();
        return ((List<?>) ids)
                .stream().map(id -> entities.find(Message.class, id)).toList();
    }
}
