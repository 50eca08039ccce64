package io.whetstone.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Keeps a JSON tree in a {@code jsonb} column. */
@Converter
public class JsonbConverter implements AttributeConverter<JsonNode, Object> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable JsonNode tree) {
        try {
            var column = new PGobject();
            column.setType("jsonb");
            column.setValue(tree == null ? null : MAPPER.writeValueAsString(tree));
            return column;
        } catch (SQLException | JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree could not be written", impossible);
        }
    }

    @Override
    public @Nullable JsonNode convertToEntityAttribute(@Nullable Object column) {
        try {
            return column == null ? null : MAPPER.readTree(column.toString());
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("A jsonb column holds no JSON", corrupt);
        }
    }
}
