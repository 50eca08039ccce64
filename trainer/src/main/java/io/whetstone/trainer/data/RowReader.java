package io.whetstone.trainer.data;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.whetstone.formats.chat.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads normalised rows, {@code {"messages": […]}} or {@code {"text": "…"}}, one JSON object a line. */
public final class RowReader {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RowReader() {}

    /** All rows of a file; empty lines are skipped. */
    public static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    rows.add(parse(line, file.getFileName() + " line " + number));
                }
            }
        } catch (CharacterCodingException e) {
            throw new InvalidDataException(file.getFileName() + " is not UTF-8 after line " + number);
        } catch (NoSuchFileException e) {
            throw new InvalidDataException("there is no dataset file " + file);
        }
        if (rows.isEmpty()) {
            throw new InvalidDataException(file.getFileName() + " has no rows");
        }
        return rows;
    }

    /** One row of a file; {@code place} names it in the reason why it is refused. */
    public static Row parse(String line, String place) throws InvalidDataException {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new InvalidDataException(place + ": not valid JSON: " + e.getOriginalMessage());
        }
        if (node.path("messages").isArray()) {
            return chat(node.path("messages"), place);
        }
        if (node.path("text").isTextual() && !node.path("text").asText().isEmpty()) {
            return new Row.Text(node.path("text").asText());
        }
        throw new InvalidDataException(place + ": neither \"messages\" nor \"text\"");
    }

    private static Row chat(JsonNode messages, String place) throws InvalidDataException {
        List<Message> turns = new ArrayList<>();
        for (JsonNode message : messages) {
            if (!message.path("role").isTextual() || !message.path("content").isTextual()) {
                throw new InvalidDataException(place + ": a message needs a role and a text content");
            }
            turns.add(new Message(
                    message.path("role").asText(), message.path("content").asText()));
        }
        if (turns.stream().noneMatch(Message::isAssistant)) {
            throw new InvalidDataException(place + ": no assistant turn to learn from");
        }
        return new Row.Chat(turns);
    }
}
