package io.whetstone.retention.entity;

/** Rows that are nothing but a record once they ended, and are kept for a while then. */
public enum EndedRows {
    /** With their refresh tokens. */
    SESSIONS("sessions", "expires_at < ?1 or ends_at < ?1 or revoked_at < ?1", "expires_at"),
    ACCOUNT_LINKS("account_links", "expires_at < ?1 or used_at < ?1", "expires_at"),
    SIGN_IN_CHALLENGES("sign_in_challenges", "expires_at < ?1", "expires_at"),
    SSO_SIGN_INS("sso_sign_ins", "expires_at <= ?1", "expires_at"),
    SIGNING_KEYS("signing_keys", "accepted_until < ?1", "accepted_until"),
    WORKSPACE_INVITATIONS("workspace_invitations", "answered_at < ?1 or expires_at < ?1", "expires_at"),
    API_KEY_USES("api_key_uses", "counted_at < ?1", "counted_at");

    private final String table;
    private final String ended;
    private final String age;

    /** @param ended what holds for a row that ended before the moment {@code ?1} */
    EndedRows(String table, String ended, String age) {
        this.table = table;
        this.ended = ended;
        this.age = age;
    }

    public String table() {
        return table;
    }

    String existence() {
        return "select 1 from %s where %s limit 1".formatted(table, ended);
    }

    String removal() {
        return "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s order by %3$s limit ?2))"
                .formatted(table, ended, age);
    }
}
