package io.whetstone.audit.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chain over the audit log. It grows, is checked and is cut by functions of the database only. */
@Dependent
public class AuditChainRepository {
    /** The last link that is whole, and the first number at which one is not. */
    private static final String CHECK = """
            with links as (
                select *, lag(last_seq, 1, ?1) over chain as before_seq, lag(hash, 1, ?2) over chain as before_hash
                from audit_links(?1, ?3) window chain as (order by first_seq, last_seq)
            ), broken as (
                select min(before_seq + 1) as seq from links
                where not coalesce(whole, false) or first_seq <> before_seq + 1 or previous_hash <> before_hash
            )
            select broken.seq, last.last_seq, last.hash from broken left join lateral (
                select last_seq, hash from links where broken.seq is null or last_seq < broken.seq
                order by last_seq desc limit 1) last on true""";

    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** Chains committed rows that are not in the chain yet; answers how many. None while another node does it. */
    public int seal(int most) {
        return count(entities.createNativeQuery("select audit_seal(?1)")
                .setParameter(1, most)
                .getSingleResult());
    }

    public ChainPlace head() {
        var row = (Object[])
                entities.createNativeQuery("select seq, hash from audit_head").getSingleResult();
        return new ChainPlace(((Number) row[0]).longValue(), (String) row[1]);
    }

    /** Checks the chain from a place that is known to be whole, over as many numbers as asked or to its end. */
    public ChainCheck check(ChainPlace from, long most) {
        var head = head();
        var upTo = Math.min(head.seq(), from.seq() + most);
        var row = (Object[]) entities.createNativeQuery(CHECK)
                .setParameter(1, from.seq())
                .setParameter(2, from.hash())
                .setParameter(3, upTo)
                .getSingleResult();
        var verified = row[1] == null ? from : new ChainPlace(((Number) row[1]).longValue(), (String) row[2]);
        return new ChainCheck(verified, row[0] == null ? missing(verified, upTo, head) : (Long) row[0]);
    }

    /** Whether the end of the chain is gone, or another one than it was. */
    private static @Nullable Long missing(ChainPlace verified, long upTo, ChainPlace head) {
        if (verified.seq() < upTo) {
            return verified.seq() + 1;
        }
        return verified.seq() == head.seq() && !verified.hash().equals(head.hash()) ? (Long) head.seq() : null;
    }

    public boolean hasExpired(Instant fallback, Map<UUID, Instant> limits) {
        return !entities.createNativeQuery("select 1 from audit_expired(?1, cast(?2 as jsonb)) limit 1")
                .setParameter(1, Timestamp.from(fallback))
                .setParameter(2, json(limits))
                .getResultList()
                .isEmpty();
    }

    /** Removes rows older than their workspace wants, or else than the installation does; answers how many. */
    public int prune(Instant fallback, Map<UUID, Instant> limits, int most) {
        return count(entities.createNativeQuery("select audit_prune(?1, cast(?2 as jsonb), ?3)")
                .setParameter(1, Timestamp.from(fallback))
                .setParameter(2, json(limits))
                .setParameter(3, most)
                .getSingleResult());
    }

    private static String json(Map<UUID, Instant> limits) {
        var tree = JsonNodeFactory.instance.objectNode();
        limits.forEach((workspace, limit) -> tree.put(workspace.toString(), limit.toString()));
        return tree.toString();
    }

    private static int count(Object number) {
        return ((Number) number).intValue();
    }
}
