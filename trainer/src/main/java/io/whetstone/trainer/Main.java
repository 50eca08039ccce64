package io.whetstone.trainer;

import io.whetstone.trainer.parity.ParityReport;
import io.whetstone.trainer.run.TrainingRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/** The command line of the trainer. */
public final class Main {
    private static final String USAGE = """
            usage: java -jar trainer.jar MODE
              train JOB_FOLDER      runs the job that JOB_FOLDER/job.json describes
              parity FOLDER         compares with the expected numbers of the models under FOLDER\
            """;

    private Main() {}

    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out, System.err));
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        if (args.length == 2 && args[0].equals("train")) {
            return TrainingRun.run(Path.of(args[1]), out, Clock.systemUTC());
        }
        if (args.length == 2 && args[0].equals("parity")) {
            return ParityReport.print(Path.of(args[1]), out) ? 0 : 1;
        }
        err.println(USAGE);
        return 2;
    }
}
