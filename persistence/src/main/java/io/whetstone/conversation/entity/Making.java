package io.whetstone.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an answer was made: by which model, for which request, on which node, and what it cost. */
@Embeddable
public class Making {
    @Column(name = "model_id")
    private @Nullable UUID modelId;

    @Column(name = "model_name", length = 200)
    private @Nullable String modelName;

    @Column(name = "prompt_tokens")
    private @Nullable Integer promptTokens;

    @Column(name = "completion_tokens")
    private @Nullable Integer completionTokens;

    @Column(name = "finish_reason", length = 32)
    private @Nullable String finishReason;

    @Column(length = 1000)
    private @Nullable String failure;

    @Column(name = "request_key", length = 255)
    private @Nullable String requestKey;

    @Column(length = 64)
    private @Nullable String fingerprint;

    @Column
    private @Nullable UUID node;

    @Column(name = "lease_until")
    private @Nullable Instant leaseUntil;

    protected Making() {}

    void begin(Message.Order order, UUID byNode, Instant until) {
        this.modelId = order.modelId();
        this.modelName = order.modelName();
        this.requestKey = order.requestKey();
        this.fingerprint = order.fingerprint();
        this.node = byNode;
        this.leaseUntil = until;
    }

    void count(@Nullable Integer prompt, @Nullable Integer completion) {
        this.promptTokens = prompt;
        this.completionTokens = completion;
    }

    void finished(@Nullable String reason) {
        this.finishReason = reason;
    }

    void failed(String reason) {
        this.failure = reason;
    }

    void end() {
        this.leaseUntil = null;
    }

    public @Nullable UUID modelId() {
        return modelId;
    }

    public @Nullable String modelName() {
        return modelName;
    }

    public @Nullable Integer promptTokens() {
        return promptTokens;
    }

    public @Nullable Integer completionTokens() {
        return completionTokens;
    }

    /** {@code stop}, {@code length}, as the model's process says. */
    public @Nullable String finishReason() {
        return finishReason;
    }

    public @Nullable String failure() {
        return failure;
    }

    /** Whether the request that asked for it was this one; another with the same key is a mistake. */
    public boolean isFor(String otherFingerprint) {
        return otherFingerprint.equals(fingerprint);
    }
}
