package io.whetstone.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A second product, started once, whose surroundings are ours: we are the proxy before it, a hub and a service of
 * breached passwords in this JVM, a small disk for its storage where we may mount one, and files in it that a crash has
 * left. Training jobs wait in its queue for ever.
 */
final class SecondProduct {
    private static final Path HOME = Homes.makeShared("second");
    private static final Path STORAGE = HOME.resolve("storage");
    private static final HubPeer HUB = HubPeer.start();
    private static final BreachPeer BREACHES = BreachPeer.start();
    private static final Path ORPHAN = STORAGE.resolve("uploads/" + UUID.randomUUID() + "/" + UUID.randomUUID());

    @SuppressWarnings("NullAway.Init")
    private static Product product;

    private static boolean small;

    private SecondProduct() {}

    static synchronized Product shared() {
        if (product == null) {
            small = mount();
            leaveOrphan();
            var starting = Product.at(HOME, settings());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starting)));
            starting.start();
            product = starting;
        }
        return product;
    }

    static HubPeer hub() {
        return HUB;
    }

    /** The service that it asks about breached passwords. */
    static BreachPeer breaches() {
        return BREACHES;
    }

    static Path storage() {
        return STORAGE;
    }

    /** A file of an upload that no row knows, from long ago. */
    static Path orphan() {
        return ORPHAN;
    }

    /** Whether its storage is a disk of its own, of 32 MiB. */
    static boolean hasSmallDisk() {
        return small;
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("WHETSTONE_STARTER_MODEL", "none");
        settings.put("WHETSTONE_TRAINING_MAX_CONCURRENT_RUNS", "0");
        settings.put("WHETSTONE_SYSTEM_MINIMUM_FREE_SPACE", "0");
        settings.put("WHETSTONE_OUTBOUND_ALLOW_PRIVATE", "true");
        settings.put("WHETSTONE_HTTP_TRUSTED_PROXIES", "127.0.0.0/8,::1");
        settings.put("WHETSTONE_MODEL_HUB_TOKEN", HubPeer.TOKEN);
        settings.put("WHETSTONE_IDENTITY_BREACHED_PASSWORDS_URL", BREACHES.url());
        settings.put("HF_ENDPOINT", HUB.url());
        return settings;
    }

    private static void leaveOrphan() {
        try {
            Files.createDirectories(ORPHAN.resolveSibling("."));
            Files.write(ORPHAN, new byte[100]);
            Files.setLastModifiedTime(ORPHAN, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean mount() {
        try {
            Files.createDirectories(STORAGE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return run(List.of("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", STORAGE.toString()));
    }

    private static void stop(Product running) {
        running.close();
        if (small) {
            run(List.of("umount", STORAGE.toString()));
        }
        Homes.left(HOME);
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
