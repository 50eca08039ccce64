package io.whetstone.sso.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.JsonbConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else who knows our people: an OpenID Connect issuer or a directory.
 *
 * <p>An administrator makes it, and nobody signs in with it before it is enabled. Its kind never changes, as its
 * settings and the identities that came from it belong to that kind.
 */
@Entity
@Table(name = "identity_providers")
@NamedQuery(
        name = IdentityProvider.ALL,
        query = "select p from IdentityProvider p order by p.createdAt desc, p.id desc")
@NamedQuery(
        name = IdentityProvider.ENABLED,
        query = "select p from IdentityProvider p where p.enabled = true order by lower(p.name), p.id")
@NamedQuery(
        name = IdentityProvider.BY_NAME,
        query = "select p from IdentityProvider p where lower(p.name) = lower(:name)")
public class IdentityProvider {
    static final String ALL = "IdentityProvider.all";
    static final String ENABLED = "IdentityProvider.enabled";
    static final String BY_NAME = "IdentityProvider.byName";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false, length = 16)
    private ProviderKind kind;

    @Column(nullable = false, length = 80)
    private String name;

    @Column(nullable = false)
    private boolean enabled;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode rules;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode settings;

    @Column(name = "sealed_secret")
    private @Nullable String sealedSecret;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected IdentityProvider() {}

    public IdentityProvider(ProviderKind kind, String name, JsonNode rules, JsonNode settings, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.name = name;
        this.rules = rules;
        this.settings = settings;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Replaces what it is called, whom it lets in and how it is asked; the secret stays. */
    public void configure(String newName, JsonNode newRules, JsonNode newSettings, Instant now) {
        this.name = newName;
        this.rules = newRules;
        this.settings = newSettings;
        this.updatedAt = now;
    }

    public void enable(boolean on) {
        this.enabled = on;
    }

    /** Keeps another secret, sealed; null when it needs none. */
    public void keepSecret(@Nullable String sealed) {
        this.sealedSecret = sealed;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public ProviderKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public boolean enabled() {
        return enabled;
    }

    public JsonNode rules() {
        return rules;
    }

    public JsonNode settings() {
        return settings;
    }

    public @Nullable String sealedSecret() {
        return sealedSecret;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
