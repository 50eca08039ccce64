package io.whetstone.secret.service.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.envelope.DataKey;
import io.whetstone.secret.entity.SealedValue;
import io.whetstone.secret.entity.Secret;
import io.whetstone.secret.entity.SecretOwner;
import io.whetstone.secret.service.MetadataField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens secrets with the data key of their workspace. Each text is bound to its owner, its row and its place
 * in it, so that a row that is copied elsewhere does not open there.
 */
@ApplicationScoped
public class SecretSeal {
    private static final int FINGERPRINT_BYTES = 8;
    private static final int LEAST_FOR_LAST_FOUR = 12;
    private static final String SECRET = "secret";
    private static final String SEALED = "sealed";
    private static final String VALUE = "value";

    @Inject
    DataKeys keys;

    /** Seals what a person gave for a row that is yet to be. */
    public SealedValue seal(UUID id, SecretOwner owner, String value, Map<String, MetadataField> fields) {
        var key = keys.inUse(owner.workspaceId());
        var metadata = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, field) -> metadata.set(name, sealed(key, purpose(id, owner, name), field)));
        return new SealedValue(
                key.id(),
                key.seal(purpose(id, owner, ""), value),
                fingerprint(owner, value),
                value.length() < LEAST_FOR_LAST_FOUR ? null : value.substring(value.length() - 4),
                metadata);
    }

    public String open(Secret secret) {
        return keys.key(secret.value().dataKeyId())
                .open(purpose(secret.id(), secret.owner(), ""), secret.value().sealed());
    }

    /** All that belongs to a secret, opened. */
    public Map<String, MetadataField> metadata(Secret secret) {
        var key = keys.key(secret.value().dataKeyId());
        var opened = new TreeMap<String, MetadataField>();
        secret.value().metadata().properties().forEach(entry -> {
            var field = entry.getValue();
            var hidden = field.path(SECRET).asBoolean();
            var value = hidden
                    ? key.open(
                            purpose(secret.id(), secret.owner(), entry.getKey()),
                            field.path(SEALED).asText())
                    : field.path(VALUE).asText();
            opened.put(entry.getKey(), new MetadataField(value, hidden));
        });
        return opened;
    }

    /** What may be shown of it. */
    public static Map<String, MetadataField> shown(Secret secret) {
        var shown = new TreeMap<String, MetadataField>();
        secret.value().metadata().properties().forEach(entry -> {
            var field = entry.getValue();
            var hidden = field.path(SECRET).asBoolean();
            shown.put(entry.getKey(), new MetadataField(hidden ? null : text(field.get(VALUE)), hidden));
        });
        return shown;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.asText();
    }

    private static ObjectNode sealed(DataKey key, String purpose, MetadataField field) {
        var value = field.value() == null ? "" : field.value();
        var node = JsonNodeFactory.instance.objectNode().put(SECRET, field.secret());
        return field.secret() ? node.put(SEALED, key.seal(purpose, value)) : node.put(VALUE, value);
    }

    /** Made with the installation's key, so that it outlives the rotation of a workspace's; another for each owner. */
    private String fingerprint(SecretOwner owner, String value) {
        var use = "secret %s %s".formatted(owner.workspaceId(), owner.userId());
        return HexFormat.of().formatHex(keys.inUse(null).fingerprint(use, value), 0, FINGERPRINT_BYTES);
    }

    private static String purpose(UUID id, SecretOwner owner, String field) {
        return "secret %s %s %s %s".formatted(owner.workspaceId(), owner.userId(), id, field);
    }
}
