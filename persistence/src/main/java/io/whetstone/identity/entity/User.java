package io.whetstone.identity.entity;

import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * <p>An administrator creates the account with a one-time password, which the person changes at the first sign-in, or
 * invites the person, who chooses one. An account is disabled, not deleted: what the person made keeps its author.
 */
@Entity
@Table(name = "users")
@NamedQuery(name = User.BY_EMAIL, query = "select u from User u where lower(u.email) = lower(:email)")
@NamedQuery(name = User.NEWEST, query = "select u from User u order by u.createdAt desc, u.id desc")
@NamedQuery(
        name = User.NEWEST_AFTER,
        query = "select u from User u where u.createdAt < :at or (u.createdAt = :at and u.id < :id)"
                + " order by u.createdAt desc, u.id desc")
@NamedQuery(
        name = User.SEARCH,
        query = "select u from User u where lower(u.email) like :text escape '!'"
                + " or lower(u.displayName) like :text escape '!' order by u.createdAt desc, u.id desc")
@NamedQuery(name = User.COUNT, query = "select count(u) from User u")
@NamedQuery(
        name = User.COUNT_ADMINISTRATORS,
        query = "select count(u) from User u where u.role = io.whetstone.identity.entity.UserRole.ADMIN"
                + " and u.status = io.whetstone.identity.entity.UserStatus.ACTIVE")
public class User {
    static final String BY_EMAIL = "User.byEmail";
    static final String NEWEST = "User.newest";
    static final String NEWEST_AFTER = "User.newestAfter";
    static final String SEARCH = "User.search";
    static final String COUNT = "User.count";
    static final String COUNT_ADMINISTRATORS = "User.countAdministrators";

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, length = 254)
    private String email;

    @Column(name = "display_name", nullable = false, length = 120)
    private String displayName;

    @Column(name = "password_hash", nullable = false, length = 255)
    private String passwordHash;

    @Column(name = "must_change_password", nullable = false)
    private boolean mustChangePassword;

    @Column(name = "one_time_password_at")
    private @Nullable Instant oneTimePasswordAt;

    @Column(nullable = false, length = 16)
    private UserRole role;

    @Column(nullable = false, length = 16)
    private UserStatus status = UserStatus.ACTIVE;

    @Column(name = "second_factor", nullable = false)
    private boolean secondFactor;

    @Column(name = "personal_workspace_id", nullable = false, updatable = false)
    private UUID personalWorkspaceId;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "last_sign_in_at")
    private @Nullable Instant lastSignInAt;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected User() {}

    /** A new account whose password works once. */
    public User(String email, String displayName, UserRole role, UUID personalWorkspaceId, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.email = email;
        this.displayName = displayName;
        this.role = role;
        this.passwordHash = "";
        this.personalWorkspaceId = personalWorkspaceId;
        this.createdAt = createdAt;
    }

    /** Closes a new account until the person has accepted it. */
    public void awaitAcceptance() {
        this.status = UserStatus.PENDING;
    }

    /** The person takes the account over, with a name and a password of their own. */
    public void accept(String name, String hash) {
        if (status != UserStatus.PENDING) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, "This account was accepted before");
        }
        this.status = UserStatus.ACTIVE;
        this.displayName = name;
        changePassword(hash);
    }

    /** Sets a password that the person must change at the next sign-in. */
    public void setOneTimePassword(String hash, Instant now) {
        this.passwordHash = hash;
        this.mustChangePassword = true;
        this.oneTimePasswordAt = now;
        if (status == UserStatus.PENDING) {
            this.status = UserStatus.ACTIVE;
        }
    }

    public void changePassword(String hash) {
        this.passwordHash = hash;
        this.mustChangePassword = false;
        this.oneTimePasswordAt = null;
    }

    /** Stores the same password under new parameters. */
    public void rehash(String hash) {
        this.passwordHash = hash;
    }

    public void changeEmail(String address) {
        this.email = address;
    }

    public void hasSecondFactor(boolean confirmed) {
        this.secondFactor = confirmed;
    }

    public void rename(String name) {
        this.displayName = name;
    }

    public void changeRole(UserRole next) {
        this.role = next;
    }

    public void disable() {
        this.status = UserStatus.DISABLED;
    }

    /** Opens the account again, as far as it was open before. */
    public void enable() {
        this.status = passwordHash.isEmpty() ? UserStatus.PENDING : UserStatus.ACTIVE;
    }

    public void signedIn(Instant now) {
        if (status != UserStatus.ACTIVE) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "This account is closed");
        }
        this.lastSignInAt = now;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String email() {
        return email;
    }

    public String displayName() {
        return displayName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    /** Since when the present password is one for one sign-in; null when it is the person's own. */
    public @Nullable Instant oneTimePasswordAt() {
        return oneTimePasswordAt;
    }

    public boolean secondFactor() {
        return secondFactor;
    }

    public UserRole role() {
        return role;
    }

    public UserStatus status() {
        return status;
    }

    public UUID personalWorkspaceId() {
        return personalWorkspaceId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant lastSignInAt() {
        return lastSignInAt;
    }
}
