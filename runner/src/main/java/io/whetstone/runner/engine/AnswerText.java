package io.whetstone.runner.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an answer as it grows.
 *
 * <p>Only whole characters leave, and what may be the beginning of a stop string is held back until it
 * is known not to be one. The score of a token leaves with the first character that it wrote.
 */
final class AnswerText {
    private record Scored(int begin, TokenScore score) {}

    private final List<String> stops;
    private final CharacterDecoder decoder = new CharacterDecoder();
    private final StringBuilder held = new StringBuilder();
    private final Deque<Scored> scores = new ArrayDeque<>();
    private int released;
    private boolean stopped;

    AnswerText(List<String> stops) {
        this.stops = stops;
    }

    /** Adds a token's bytes and answers what may be told now, or null if that is nothing. */
    GenerationEvent.@Nullable Text add(byte[] bytes, @Nullable TokenScore score) {
        if (score != null) {
            scores.add(new Scored(released + held.length(), score));
        }
        held.append(decoder.decode(bytes));
        int stop = firstStop();
        stopped = stop >= 0;
        return release(stopped ? stop : held.length() - heldBack());
    }

    /** Whether a stop string was met; nothing may be added after that. */
    boolean stopped() {
        return stopped;
    }

    /** What is left when the answer ends by itself, or null. */
    GenerationEvent.@Nullable Text end() {
        held.append(decoder.end());
        int stop = firstStop();
        var text = release(stop >= 0 ? stop : held.length());
        if (stop >= 0 || scores.isEmpty()) {
            return text;
        }
        var all = new ArrayList<>(text == null ? List.of() : text.scores());
        scores.forEach(scored -> all.add(scored.score()));
        return new GenerationEvent.Text(text == null ? "" : text.text(), all);
    }

    private int firstStop() {
        return stops.stream()
                .mapToInt(held::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }

    /** The length of the longest end of the held text that begins a stop string. */
    private int heldBack() {
        return stops.stream().mapToInt(this::overlap).max().orElse(0);
    }

    private int overlap(String stop) {
        int most = Math.min(stop.length() - 1, held.length());
        for (int length = most; length > 0; length--) {
            if (held.indexOf(stop.substring(0, length), held.length() - length) >= 0) {
                return length;
            }
        }
        return 0;
    }

    private GenerationEvent.@Nullable Text release(int count) {
        if (count == 0) {
            return null;
        }
        var text = held.substring(0, count);
        held.delete(0, count);
        released += count;
        var now = new ArrayList<TokenScore>();
        while (!scores.isEmpty() && scores.element().begin() < released) {
            now.add(scores.remove().score());
        }
        return new GenerationEvent.Text(text, now);
    }
}
