package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.whetstone.runner.engine.GenerationEvent;
import io.whetstone.runner.engine.TokenScore;
import java.util.ArrayList;
import java.util.List;

/** The text of an answer that is told at its end. */
final class WholeText {
    private final StringBuilder text = new StringBuilder();
    private final List<TokenScore> scores = new ArrayList<>();

    void add(GenerationEvent.Text part) {
        text.append(part.text());
        scores.addAll(part.scores());
    }

    JsonNode document(AnswerFormat format, GenerationEvent.Finished finished) {
        return format.whole(text.toString(), scores, finished.reason(), finished.usage());
    }
}
