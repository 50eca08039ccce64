package io.whetstone.conversation.entity;

import io.whetstone.kernel.EnumText;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.StorableText;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation, below the one that it follows.
 *
 * <p>What people say never changes. An answer is there as pending before its model is asked. A node holds it by a lease
 * and writes down what has come; it ends complete, cancelled or failed. One whose node is silent has failed.
 */
@Entity
@Table(name = "messages")
public class Message {
    private static final int LONGEST_FAILURE = 1000;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "conversation_id", nullable = false, updatable = false)
    private UUID conversationId;

    @Column(name = "parent_id", updatable = false)
    private @Nullable UUID parentId;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false, length = 16)
    private MessageRole role;

    @Column(nullable = false)
    private String content;

    @Column(nullable = false, length = 16)
    private MessageState state = MessageState.COMPLETE;

    @Embedded
    private @Nullable Making making = new Making();

    @Column(name = "created_by", nullable = false, updatable = false)
    private UUID createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Message() {}

    Message(
            Conversation conversation,
            @Nullable Message parent,
            MessageRole role,
            String content,
            UUID createdBy,
            Conversation.Place place) {
        this.id = UUID.randomUUID();
        this.workspaceId = conversation.workspaceId();
        this.conversationId = conversation.id();
        this.parentId = parent == null ? null : parent.id();
        this.number = place.number();
        this.role = role;
        this.content = StorableText.of(content);
        this.createdBy = createdBy;
        this.createdAt = place.at();
        this.finishedAt = place.at();
    }

    /** By which model and for which request an answer is made. */
    public record Order(
            UUID modelId,
            String modelName,
            @Nullable String requestKey,
            @Nullable String fingerprint) {}

    /** A node begins to make the answer and holds it until then. */
    public void begin(Order order, UUID node, Instant leaseUntil) {
        this.state = MessageState.PENDING;
        this.finishedAt = null;
        making().begin(order, node, leaseUntil);
    }

    /** The model has said all that it was going to say. */
    public void complete(String whole, @Nullable String finishReason, Instant now) {
        end(MessageState.COMPLETE, whole, now);
        making().finished(finishReason);
    }

    /** Whoever asked has left, or stopped the model. */
    public void cancel(String soFar, Instant now) {
        end(MessageState.CANCELLED, soFar, now);
    }

    public void fail(String soFar, String reason, Instant now) {
        end(MessageState.FAILED, soFar, now);
        making().failed(StorableText.of(reason, LONGEST_FAILURE));
    }

    public void count(@Nullable Integer promptTokens, @Nullable Integer completionTokens) {
        making().count(promptTokens, completionTokens);
    }

    private void end(MessageState outcome, String text, Instant now) {
        if (!state.canBecome(outcome)) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    "Message %s is %s and cannot become %s".formatted(id, EnumText.of(state), EnumText.of(outcome)));
        }
        this.state = outcome;
        this.content = StorableText.of(text);
        this.finishedAt = now;
        making().end();
    }

    public UUID id() {
        return id;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID conversationId() {
        return conversationId;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public int number() {
        return number;
    }

    public MessageRole role() {
        return role;
    }

    public String content() {
        return content;
    }

    public MessageState state() {
        return state;
    }

    public boolean isPending() {
        return state == MessageState.PENDING;
    }

    /** How an answer was made; what was never made comes from the database without. */
    public Making making() {
        return making == null ? new Making() : making;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }
}
