package io.whetstone.kernel;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Keeps an id, or none, in a {@code uuid} column: EclipseLink's own converter fails on a null. */
final class UuidColumn implements Converter {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return value;
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object column, Session session) {
        return column == null || column instanceof UUID ? column : UUID.fromString(column.toString());
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    /** A null is sent without a type, since as text PostgreSQL would refuse it. */
    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        mapping.getField().setSqlType(Types.OTHER);
    }
}
