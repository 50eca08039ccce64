package io.whetstone.dataset.service.internal.ingest;

import io.whetstone.kernel.StorableText;
import java.util.ArrayList;
import java.util.List;

/** What was found so far: every row counts, the first bad ones are kept with their reasons. */
final class IngestCounts {
    private static final int MAX_REASON = 500;

    private final int keptProblems;
    private final List<RowProblem> problems = new ArrayList<>();
    private long good;
    private long bad;
    private long turns;

    IngestCounts(int keptProblems) {
        this.keptProblems = keptProblems;
    }

    void good(int turnsOfRow) {
        good++;
        turns += turnsOfRow;
    }

    void bad(long line, String reason) {
        bad++;
        if (problems.size() < keptProblems) {
            problems.add(new RowProblem(line, StorableText.of(reason, MAX_REASON)));
        }
    }

    long good() {
        return good;
    }

    long bad() {
        return bad;
    }

    long turns() {
        return turns;
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }
}
