package io.whetstone.kernel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.StorableText;
import java.io.IOException;

/** Reads JSON and refuses every text and every name in it that the database cannot keep, wherever it stands. */
public final class StorableTexts extends JsonParserDelegate {
    static final String RULE = "must not contain the character U+0000";

    public StorableTexts(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        return checked(super.nextToken());
    }

    @Override
    public JsonToken nextValue() throws IOException {
        var token = nextToken();
        return token == JsonToken.FIELD_NAME ? nextToken() : token;
    }

    private JsonToken checked(JsonToken token) throws IOException {
        if ((token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) && !StorableText.is(getText())) {
            throw ProblemException.invalid(getParsingContext().pathAsPointer().toString(), RULE);
        }
        return token;
    }
}
