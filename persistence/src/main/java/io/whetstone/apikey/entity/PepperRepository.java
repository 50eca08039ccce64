package io.whetstone.apikey.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one sealed key under which the hashes of all keys are made. */
@Dependent
public class PepperRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    /** The id and the sealed text. */
    public record Sealed(UUID id, String text) {}

    public Optional<Sealed> find() {
        List<?> rows = entities.createNativeQuery("select id, sealed from api_key_peppers")
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Sealed((UUID) row[0], (String) row[1]))
                .findFirst();
    }

    /** Keeps it unless another node was first. */
    public void add(Sealed sealed, Instant now) {
        entities.createNativeQuery("insert into api_key_peppers (id, sealed, only_one, created_at)"
                        + " values (?1, ?2, true, ?3) on conflict (only_one) do nothing")
                .setParameter(1, sealed.id())
                .setParameter(2, sealed.text())
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }
}
