package io.whetstone.apikey.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.kernel.JsonbConverter;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A key for programs, which works in one workspace with no more rights than its person.
 *
 * <p>It is shown once, when it is made. A rotation gives it a new secret while the former one goes on for a while. It
 * ends by itself at its expiry, or at once when it is revoked, and is kept then for the log of its use.
 */
@Entity
@Table(name = "api_keys")
public class ApiKey {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "workspace_id", nullable = false, updatable = false)
    private UUID workspaceId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(nullable = false, updatable = false, length = 16)
    private ApiKeyKind kind;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(name = "public_id", nullable = false, updatable = false, length = 12)
    private String publicId;

    @Column(name = "secret_hash", nullable = false)
    private byte[] secretHash;

    @Column(name = "last_four", nullable = false, length = 4)
    private String lastFour;

    @Column(name = "former_hash")
    private byte @Nullable [] formerHash;

    @Column(name = "former_until")
    private @Nullable Instant formerUntil;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode scopes;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode networks;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode models;

    @Column(name = "requests_per_minute")
    private @Nullable Integer requestsPerMinute;

    @Column(name = "monthly_tokens")
    private @Nullable Long monthlyTokens;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "last_used_address", insertable = false, updatable = false)
    private @Nullable String lastUsedAddress;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected ApiKey() {}

    /** Whose key it is and where it works. */
    public record Holder(UUID workspaceId, UUID userId, ApiKeyKind kind) {}

    /** What is kept of a key's text; the hash in hexadecimal digits. */
    public record Kept(String publicId, String hash, String lastFour) {}

    @SuppressWarnings("NullAway.Init") // the limits are set by their verb
    public ApiKey(Holder holder, String name, Kept kept, KeyLimits limits, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.workspaceId = holder.workspaceId();
        this.userId = holder.userId();
        this.kind = holder.kind();
        this.name = name;
        this.publicId = kept.publicId();
        this.secretHash = HexFormat.of().parseHex(kept.hash());
        this.lastFour = kept.lastFour();
        this.createdAt = createdAt;
        limit(limits);
    }

    /** Changes the name and all that the key is held to. */
    public void change(String nextName, KeyLimits limits) {
        requireAlive();
        this.name = nextName;
        limit(limits);
    }

    /** Gives it another secret; the one that it had works until the given time. */
    public void rotate(byte[] hash, String four, Instant formerWorksUntil) {
        requireAlive();
        this.formerHash = secretHash;
        this.formerUntil = formerWorksUntil;
        this.secretHash = hash.clone();
        this.lastFour = four;
    }

    public void revoke(Instant now) {
        if (revokedAt == null) {
            this.revokedAt = now;
        }
    }

    /** Whether this hash is of its secret, or of the former one while that still works. */
    public boolean matches(byte[] hash, Instant now) {
        var former = formerHash;
        var until = formerUntil;
        return MessageDigest.isEqual(secretHash, hash)
                || (former != null && until != null && now.isBefore(until) && MessageDigest.isEqual(former, hash));
    }

    public boolean isLive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    private void limit(KeyLimits limits) {
        this.scopes = JSON.valueToTree(limits.scopes());
        this.networks = JSON.valueToTree(limits.networks());
        this.models = JSON.valueToTree(limits.models());
        this.requestsPerMinute = limits.requestsPerMinute();
        this.monthlyTokens = limits.monthlyTokens();
        this.expiresAt = limits.expiresAt();
    }

    private void requireAlive() {
        if (revokedAt != null) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This key was revoked");
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID userId() {
        return userId;
    }

    public ApiKeyKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public String publicId() {
        return publicId;
    }

    public String lastFour() {
        return lastFour;
    }

    public @Nullable Instant formerUntil() {
        return formerUntil;
    }

    public KeyLimits limits() {
        return new KeyLimits(
                texts(scopes), texts(networks), texts(models), requestsPerMinute, monthlyTokens, expiresAt);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    public @Nullable String lastUsedAddress() {
        return lastUsedAddress;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }
}
