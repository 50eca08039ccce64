package io.whetstone.training.service.internal.supervision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whetstone.kernel.service.ChildEnvironment;
import io.whetstone.training.service.TrainingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a trainer's order into the folder of the job and starts the process, detached from this server. */
@ApplicationScoped
class TrainerLauncher {
    private static final List<Path> ALLOCATORS = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/libjemalloc.so.2"),
            Path.of("/usr/lib/aarch64-linux-gnu/libjemalloc.so.2"),
            Path.of("/usr/lib64/libjemalloc.so.2"),
            Path.of("/usr/lib/libjemalloc.so.2"));

    /**
     * For jemalloc: large arrays are kept for the next step like all others. Given back, the system would have to
     * clear their pages anew in every step, which costs 7 % of the time.
     */
    private static final String ALLOCATION = "oversize_threshold:0,dirty_decay_ms:60000";

    @Inject
    TrainingConfig config;

    @Inject
    TrainingData data;

    @Inject
    ObjectMapper json;

    TrainerProcess launch(TrainerOrder order, JobFolder folder) throws IOException {
        Files.createDirectories(folder.root());
        json.writeValue(folder.job().toFile(), description(order, folder));
        var builder = new ProcessBuilder(command(folder))
                .directory(folder.root().toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(Redirect.appendTo(folder.errors().toFile()));
        ChildEnvironment.clean(builder);
        var environment = builder.environment();
        environment.put("OMP_WAIT_POLICY", "passive");
        environment.put("DJL_CACHE_DIR", config.home().resolve("cache/djl").toString());
        allocator().ifPresent(library -> environment.put("LD_PRELOAD", library.toString()));
        environment.put("MALLOC_CONF", ALLOCATION);
        return TrainerProcess.started(builder.start());
    }

    private ObjectNode description(TrainerOrder order, JobFolder folder) {
        var parameters = order.parameters().<ObjectNode>deepCopy();
        var seed = parameters.remove("seed");
        var job = json.createObjectNode().put("jobId", order.jobId().toString());
        job.putObject("model").put("path", data.model(order).toString());
        var dataset = job.putObject("dataset");
        dataset.put("train", data.train(order).toString());
        dataset.put("eval", data.eval(order).map(Path::toString).orElse(null));
        job.put("output", folder.adapter().toString());
        job.put("resumeFrom", order.resumeFrom());
        job.set("seed", seed);
        job.set("parameters", parameters);
        return job;
    }

    /** Its own session, so that a signal to the server's group does not reach it, and a little behind in priority. */
    private List<String> command(JobFolder folder) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", Integer.toString(config.niceness())));
        }
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + config.trainerHeap(),
                "-XX:+UseSerialGC",
                "-jar",
                config.trainerJar().toString()));
        command.addAll(List.of("train", folder.root().toString()));
        return command;
    }

    private Optional<Path> allocator() {
        return config.preload()
                .or(() -> ALLOCATORS.stream().filter(Files::isReadable).findFirst());
    }
}
