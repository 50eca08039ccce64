package io.whetstone.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.kernel.FieldProblem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTextsTest {
    record Item(String text, List<String> tags) {}

    record Body(String name, List<Item> items, Map<String, String> labels, JsonNode free) {}

    static Object read(Class<?> type, String json) throws IOException {
        @SuppressWarnings("unchecked")
        var any = (Class<Object>) type;
        var body = new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return new JsonProvider()
                .readFrom(
                        any,
                        type,
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/name         | {'name':'a\\u0000b'}",
                "/items/1/text | {'items':[{'text':'a'},{'text':'\\u0000'}]}",
                "/items/0/tags/2 | {'items':[{'tags':['a','b','c\\u0000']}]}",
                "/labels/a     | {'labels':{'a':'\\u0000'}}",
                "/labels/a\\0   | {'labels':{'a\\u0000':'b'}}",
                "/free/a/0     | {'free':{'a':['\\u0000']}}",
                "/free/a/b\\0   | {'free':{'a':{'b\\u0000':1}}}",
            })
    void a_text_that_the_database_cannot_keep_is_refused_and_named(String pointer, String json) {
        var failure = catchException(() -> read(Body.class, json));

        assertThat(Failures.problem(failure, true)).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors())
                    .containsExactly(new FieldProblem(pointer.replace("\\0", "\0"), StorableTexts.RULE));
        });
    }

    @Test
    void every_other_text_is_read_as_it_is() throws IOException {
        var json = "{'name':'a\\u0001\\\\u0000 \\ud83d\\ude00','free':{'a':[1,2.5,true,null,'x']},'labels':{'a':'b'},"
                + "'items':[{'text':'','tags':[]}]}";

        var body = (Body) read(Body.class, json);

        assertThat(body.name()).isEqualTo("a\u0001\\u0000 \ud83d\ude00");
        assertThat(body.free()).hasToString("{\"a\":[1,2.5,true,null,\"x\"]}");
        assertThat(body.labels()).containsEntry("a", "b");
        assertThat(body.items()).containsExactly(new Item("", List.of()));
        assertThat(read(JsonNode.class, "'alone'")).hasToString("\"alone\"");
    }
}
