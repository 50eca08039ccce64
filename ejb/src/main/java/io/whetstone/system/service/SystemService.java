package io.whetstone.system.service;

import io.whetstone.access.service.AccessPolicy;
import io.whetstone.kernel.service.SystemScoped;
import io.whetstone.storage.service.StorageSpace;
import io.whetstone.system.service.SystemStatusView.Memory;
import io.whetstone.system.service.SystemStatusView.Storage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What an administrator may know of the installation. */
@Stateless
@RolesAllowed("admin")
@SystemScoped
public class SystemService {
    @Inject
    Checks checks;

    @Inject
    StorageSpace space;

    @Inject
    SystemConfig config;

    @Inject
    @Any
    Instance<StatusPart> parts;

    @Inject
    AccessPolicy access;

    public SystemStatusView status() {
        access.requireAdministrator();

        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new SystemStatusView(
                config.version(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                checks.all(),
                new Memory(heap.getUsed(), heap.getMax()),
                new Storage(space.used(), space.free()),
                added());
    }

    private Map<String, Object> added() {
        var added = new TreeMap<String, Object>();
        parts.forEach(part -> added.put(part.name(), part.value()));
        return added;
    }
}
