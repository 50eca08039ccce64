package io.whetstone.kernel.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** This process among those that share the database. A restarted process is another node. */
@ApplicationScoped
public class Node {
    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
