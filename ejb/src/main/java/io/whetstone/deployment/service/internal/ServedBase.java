package io.whetstone.deployment.service.internal;

import io.whetstone.deployment.service.RunnerView;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.model.service.ModelView;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One base and the process that serves it, if there is one now. A process that died is started again at the next
 * request or look; each further crash in a row doubles the wait before that.
 */
public class ServedBase {
    private static final Logger LOGGER = System.getLogger(ServedBase.class.getName());
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final int MAX_DOUBLINGS = 7;
    private static final int UNHEALTHY = 3;

    private final ModelView base;
    private final RunnerKit kit;
    private final AtomicInteger users = new AtomicInteger();
    private final Map<String, UUID> adapters = new ConcurrentHashMap<>();
    private volatile @Nullable RunnerProcess process;
    private volatile long usedAt;
    private long notBefore;
    private int crashes;
    private int unhealthy;

    ServedBase(ModelView base, RunnerKit kit) {
        this.base = base;
        this.kit = kit;
        this.usedAt = kit.millis();
    }

    /** Counts a user in, so that the process is not stopped as idle. */
    void enter() {
        users.incrementAndGet();
        usedAt = kit.millis();
    }

    public void leave() {
        users.decrementAndGet();
        usedAt = kit.millis();
    }

    boolean isUsed() {
        return users.get() > 0;
    }

    long usedAt() {
        return usedAt;
    }

    /** The running process, started if need be. */
    public synchronized RunnerProcess running() throws InterruptedException {
        notice();
        var current = process;
        if (current != null) {
            return current;
        }
        if (kit.millis() < notBefore) {
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "The model's process has crashed and is about to be started again");
        }
        try {
            var started = kit.start(base);
            process = started;
            unhealthy = 0;
            LOGGER.log(Level.INFO, "runner.started model={0} port={1}", base.id(), started.port());
            return started;
        } catch (IOException failure) {
            backOff();
            LOGGER.log(Level.WARNING, "runner.not_started model=" + base.id(), failure);
            throw unavailable("The model could not be loaded: " + failure.getMessage(), failure);
        }
    }

    /** Puts the adapter on the running process and gives the name under which it is served there. */
    public synchronized String serve(ModelView adapter, Path file) throws InterruptedException {
        var current = running();
        var name = adapter.id().equals(adapters.getOrDefault(adapter.name(), adapter.id()))
                ? adapter.name()
                : adapter.name() + "-" + adapter.id();
        if (adapters.containsKey(name)) {
            return name;
        }
        try {
            kit.client().addAdapter(current, name, file.toString());
            adapters.put(name, adapter.id());
            return name;
        } catch (IOException failure) {
            throw unavailable("The adapter could not be loaded: " + failure.getMessage(), failure);
        }
    }

    /** Starts a process again that crashed, ends one that does not answer. */
    synchronized void tend() throws InterruptedException {
        notice();
        var current = process;
        if (current == null) {
            if (crashes > 0 && kit.millis() >= notBefore) {
                running();
            }
            return;
        }
        unhealthy = kit.client().isHealthy(current) ? 0 : unhealthy + 1;
        if (unhealthy >= UNHEALTHY) {
            LOGGER.log(Level.WARNING, "runner.hangs model={0}", base.id());
            current.stop();
        } else if (unhealthy == 0) {
            crashes = 0;
        }
    }

    synchronized void stop() {
        var current = process;
        process = null;
        adapters.clear();
        if (current != null) {
            current.stop();
            LOGGER.log(Level.INFO, "runner.stopped model={0}", base.id());
        }
    }

    RunnerView view() {
        var current = process;
        if (current == null) {
            return new RunnerView(
                    base.name(), crashes > 0 ? RunnerView.Status.CRASHED : RunnerView.Status.STARTING, 0, List.of());
        }
        var status = current.isAlive() ? RunnerView.Status.READY : RunnerView.Status.CRASHED;
        return new RunnerView(base.name(), status, current.port(), names());
    }

    private List<String> names() {
        return adapters.keySet().stream().sorted().toList();
    }

    private void notice() {
        var current = process;
        if (current != null && !current.isAlive()) {
            LOGGER.log(Level.WARNING, "runner.crashed model={0} in_a_row={1}", base.id(), crashes + 1);
            process = null;
            adapters.clear();
            backOff();
        }
    }

    private void backOff() {
        notBefore = kit.millis() + (crashes == 0 ? 0 : FIRST_WAIT_MILLIS << Math.min(crashes, MAX_DOUBLINGS));
        crashes++;
    }

    private static ProblemException unavailable(String detail, IOException cause) {
        var problem = new ProblemException(ProblemType.UNAVAILABLE, detail);
        problem.initCause(cause);
        return problem;
    }
}
