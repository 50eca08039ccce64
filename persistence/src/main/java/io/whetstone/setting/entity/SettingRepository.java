package io.whetstone.setting.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was set, of every owner whose row the transaction may see. */
@Dependent
public class SettingRepository {
    @PersistenceContext(unitName = "whetstone")
    EntityManager entities;

    public Optional<StoredSettings> find(UUID ownerId) {
        return Optional.ofNullable(entities.find(StoredSettings.class, ownerId));
    }

    public Optional<StoredSettings> lock(UUID ownerId) {
        return Optional.ofNullable(entities.find(StoredSettings.class, ownerId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The owners that set this key, with what they set. */
    public List<StoredSettings> having(SettingScope scope, String key) {
        return entities
                .createQuery("select s from StoredSettings s where s.scope = :scope", StoredSettings.class)
                .setParameter("scope", scope)
                .getResultList()
                .stream()
                .filter(stored -> stored.entries().has(key))
                .toList();
    }

    public void add(StoredSettings settings) {
        entities.persist(settings);
    }

    public void flush() {
        entities.flush();
    }
}
