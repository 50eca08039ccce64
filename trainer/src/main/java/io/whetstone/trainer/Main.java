package io.whetstone.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.formats.ModelInspection;
import io.whetstone.formats.UnsupportedModelException;
import io.whetstone.formats.gguf.GgufAdapterExport;
import io.whetstone.formats.gguf.GgufExport;
import io.whetstone.formats.gguf.GgufImport;
import io.whetstone.formats.gguf.GgufType;
import io.whetstone.trainer.bench.BenchOptions;
import io.whetstone.trainer.bench.Benchmark;
import io.whetstone.trainer.models.TokenCount;
import io.whetstone.trainer.parity.ParityReport;
import io.whetstone.trainer.run.TrainingRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** The command line of the trainer: one mode a process. */
public final class Main {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final String USAGE = """
            usage: java -jar trainer.jar MODE
              train JOB_FOLDER                          runs the job that JOB_FOLDER/job.json describes
              inspect HF_FOLDER|FILE.gguf               describes a model as JSON
              import-gguf FILE.gguf HF_FOLDER           turns a GGUF file into a Hugging Face folder
              export-gguf HF_FOLDER OUT.gguf TYPE       TYPE is q8_0, f16 or f32
              export-adapter-gguf PEFT_FOLDER HF_FOLDER OUT.gguf
              count-tokens HF_FOLDER ROWS.jsonl OUT.json
              parity FOLDER                             compares with the expected numbers of the models in it
              %s
            """.formatted(BenchOptions.USAGE);

    private Main() {}

    public static void main(String[] args) throws IOException {
        System.exit(run(args, System.out, System.err));
    }

    /** Returns the exit status: 0 done, 1 failed, 2 refused because of what was given. */
    static int run(String[] args, PrintStream out, PrintStream err) throws IOException {
        String mode = args.length == 0 ? "" : args[0];
        if (mode.equals("bench")) {
            Benchmark.print(BenchOptions.parse(args, 1), out, err);
            return 0;
        }
        Path[] paths = Arrays.stream(args).skip(1).map(Path::of).toArray(Path[]::new);
        try {
            return run(mode + "/" + paths.length, paths, out, err);
        } catch (UnsupportedModelException e) {
            out.println(new ObjectMapper().createObjectNode().put("error", e.getMessage()));
            return REFUSED;
        }
    }

    private static int run(String mode, Path[] paths, PrintStream out, PrintStream err) throws IOException {
        switch (mode) {
            case "train/1" -> {
                return TrainingRun.run(paths[0], out, Clock.systemUTC());
            }
            case "parity/1" -> {
                return ParityReport.print(paths[0], out) ? 0 : FAILED;
            }
            case "inspect/1" -> out.println(new ObjectMapper().writeValueAsString(ModelInspection.of(paths[0])));
            case "import-gguf/2" -> GgufImport.run(paths[0], paths[1], progress(out));
            case "export-gguf/3" -> GgufExport.run(paths[0], paths[1], type(paths[2]), progress(out));
            case "export-adapter-gguf/3" -> GgufAdapterExport.run(paths[0], paths[1], paths[2]);
            case "count-tokens/3" -> TokenCount.run(paths[0], paths[1], paths[2]);
            default -> {
                err.print(USAGE);
                return REFUSED;
            }
        }
        return 0;
    }

    private static GgufType type(Path name) {
        return GgufType.valueOf(name.toString().toUpperCase(Locale.ROOT));
    }

    private static DoubleConsumer progress(PrintStream out) {
        return fraction -> out.println(new ObjectMapper().createObjectNode().put("progress", fraction));
    }
}
