package io.whetstone.deployment.service.internal;

import io.whetstone.deployment.service.DeploymentConfig;
import io.whetstone.deployment.service.RunnerView;
import io.whetstone.kernel.ProblemException;
import io.whetstone.kernel.ProblemType;
import io.whetstone.kernel.service.Rounds;
import io.whetstone.model.service.ModelView;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The runners of this node: at most so many, each looked at every few seconds, the idle ones let go. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunnerFleet {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    Rounds rounds;

    @Inject
    RunnerKit kit;

    @Inject
    DeploymentConfig config;

    private final Map<UUID, ServedBase> bases = new ConcurrentHashMap<>();

    @PostConstruct
    void start() {
        rounds.every(PAUSE, "runner.look_failed", this::look);
    }

    @PreDestroy
    void stop() {
        rounds.end();
        bases.values().forEach(ServedBase::stop);
    }

    /** The base, counted as used until it is left. Makes room for it if it is not among the served ones. */
    public synchronized ServedBase enter(ModelView base) {
        var served = bases.get(base.id());
        if (served == null) {
            makeRoom();
            served = new ServedBase(base, kit);
            bases.put(base.id(), served);
        }
        served.enter();
        return served;
    }

    public List<RunnerView> views() {
        return bases.values().stream().map(ServedBase::view).toList();
    }

    private void makeRoom() {
        if (bases.size() < config.maxRunners()) {
            return;
        }
        var idle = bases.entrySet().stream()
                .filter(entry -> !entry.getValue().isUsed())
                .min(Comparator.comparingLong(entry -> entry.getValue().usedAt()))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAVAILABLE, "As many models as this server may run are in use; try again"));
        bases.remove(idle.getKey());
        idle.getValue().stop();
    }

    private void look() {
        try {
            letIdleGo();
            for (var base : bases.values()) {
                base.tend();
            }
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void letIdleGo() {
        var before = kit.millis() - config.idleUnload().toMillis();
        bases.entrySet().stream()
                .filter(entry -> !entry.getValue().isUsed() && entry.getValue().usedAt() < before)
                .toList()
                .forEach(entry -> {
                    bases.remove(entry.getKey());
                    entry.getValue().stop();
                });
    }
}
