package io.whetstone.audit.entity;

import io.whetstone.kernel.Cursor;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The conditions of a filter as SQL with numbered parameters: only those that are asked for, so that indexes serve. */
final class AuditConditions {
    private static final String CONTAINS =
            "lower(concat_ws(' ', e.action, e.subject, e.address, e.before, e.after)) like # escape '!'";

    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    AuditConditions(AuditFilter filter, @Nullable Cursor after) {
        add("(e.actor_id = # or e.acting_for_id = #)", filter.actorId());
        add("e.action like # escape '!'", filter.action() == null ? null : literal(filter.action()) + "%");
        add("e.workspace_id = #", filter.workspaceId());
        add("e.subject = #", filter.subject());
        add("e.subject_id = #", filter.subjectId());
        add("e.at >= #", filter.from() == null ? null : Timestamp.from(filter.from()));
        add("e.at < #", filter.to() == null ? null : Timestamp.from(filter.to()));
        add(CONTAINS, filter.text() == null ? null : "%" + literal(filter.text().toLowerCase(Locale.ROOT)) + "%");
        if (after != null) {
            values.add(Timestamp.from(after.at()));
            values.add(after.id());
            conditions.add("(e.at, e.id) < (?%d, ?%d)".formatted(values.size() - 1, values.size()));
        }
    }

    /** A condition whose every {@code #} is the same value. */
    private void add(String condition, @Nullable Object value) {
        if (value != null) {
            values.add(value);
            conditions.add(condition.replace("#", "?" + values.size()));
        }
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
