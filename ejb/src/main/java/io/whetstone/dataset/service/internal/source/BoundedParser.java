package io.whetstone.dataset.service.internal.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** A parser that gives up when the row it is in grows past a limit (in characters). */
final class BoundedParser extends JsonParserDelegate {
    private final int limit;
    private long rowStart;
    private long rowLine = 1;

    BoundedParser(JsonParser parser, int limit) {
        super(parser);
        this.limit = limit;
    }

    void rowStartsHere() {
        var location = currentTokenLocation();
        rowStart = location.getCharOffset();
        rowLine = location.getLineNr();
    }

    /** The line on which the row began. */
    long rowLine() {
        return rowLine;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (currentLocation().getCharOffset() - rowStart > limit) {
            throw new StreamConstraintsException("is larger than a row may be");
        }
        return token;
    }
}
