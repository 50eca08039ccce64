package io.whetstone.setting.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.kernel.JsonbConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.UUID;

/** The settings of one owner that differ from their defaults. */
@Entity
@Table(name = "settings")
public class StoredSettings {
    @Id
    @Column(name = "owner_id")
    private UUID ownerId;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private SettingScope scope;

    @Convert(converter = JsonbConverter.class)
    @Column(nullable = false)
    private JsonNode entries;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected StoredSettings() {}

    public StoredSettings(SettingScope scope, UUID ownerId) {
        this.scope = scope;
        this.ownerId = ownerId;
        this.entries = JsonNodeFactory.instance.objectNode();
    }

    /** Sets what is given and forgets what is given as JSON's null; the rest stays. */
    public void merge(Map<String, JsonNode> changes) {
        ObjectNode next = entries.deepCopy();
        changes.forEach((key, value) -> {
            if (value.isNull()) {
                next.remove(key);
            } else {
                next.set(key, value);
            }
        });
        this.entries = next;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public SettingScope scope() {
        return scope;
    }

    public long version() {
        return version;
    }

    public JsonNode entries() {
        return entries;
    }
}
