package io.whetstone.deployment.service;

import java.util.List;

/** A runner as an administrator sees it. */
public record RunnerView(String model, Status status, int port, List<String> adapters) {
    /** How a runner is. */
    public enum Status {
        STARTING,
        READY,
        CRASHED
    }
}
