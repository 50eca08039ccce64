package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What an operator reads in the server's log is news. */
class ServerLogIT {
    @Test
    void who_asks_for_the_health_of_a_server_that_starts_or_stops_makes_no_noise() {
        var product = Product.at(Homes.make("health"), Map.of("WHETSTONE_STARTER_MODEL", "none"));
        var over = new AtomicBoolean();
        var asking = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                product.anonymous().isReady();
            }
        });

        product.start();
        product.close();
        over.set(true);
        asking.join();

        assertThat(product.serverLog())
                .isNotEmpty()
                .filteredOn(line -> line.contains("\"exception\""))
                .noneMatch(line -> line.contains("microprofile.healthcheck"))
                .noneMatch(line -> line.contains("kernel.service.Rounds"));
    }
}
