package io.whetstone.trainer.run;

import io.whetstone.trainer.data.ChatTokenizer;
import io.whetstone.trainer.data.Example;
import io.whetstone.trainer.data.Examples;
import io.whetstone.trainer.data.Row;
import io.whetstone.trainer.data.RowReader;
import io.whetstone.trainer.data.SystemPrompt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The tokenised examples of a run; those for evaluation by length, so that their batches need little padding.
 *
 * @param systemPrompt what all rows to train on begin with; empty where they share none
 */
record RunData(List<Example> train, List<Example> evaluation, String systemPrompt, int truncated, int dropped) {

    static RunData read(Job job, int contextLength, StopRequest stop) throws IOException {
        Parameters parameters = job.parameters();
        int most = Math.min(parameters.maxLength(), contextLength);
        try (ChatTokenizer tokenizer = ChatTokenizer.open(Path.of(job.model().path()))) {
            List<Row> rows = RowReader.read(Path.of(job.dataset().train()));
            String prompt = SystemPrompt.sharedBy(rows);
            Examples all = encode(rows, tokenizer, most, stop);
            String file = job.dataset().eval();
            if (file == null) {
                Examples.Split split = all.split(parameters.evalFraction(), job.seed());
                return of(split.train(), split.evaluation(), prompt, all.truncated(), all.dropped());
            }
            Examples held = encode(RowReader.read(Path.of(file)), tokenizer, most, stop);
            return of(
                    all.all(), held.all(), prompt, all.truncated() + held.truncated(), all.dropped() + held.dropped());
        }
    }

    private static RunData of(
            List<Example> train, List<Example> evaluation, String prompt, int truncated, int dropped) {
        List<Example> sorted = evaluation.stream()
                .sorted(Comparator.comparingInt(Example::length))
                .toList();
        return new RunData(train, sorted, prompt, truncated, dropped);
    }

    private static Examples encode(List<Row> rows, ChatTokenizer tokenizer, int most, StopRequest stop)
            throws IOException {
        return Examples.encode(rows, tokenizer, most, row -> {
            if (row % 100 == 0) {
                stop.check();
            }
        });
    }
}
