package io.whetstone.apikey.service;

import io.whetstone.apikey.entity.KeyRequestRepository.Stored;
import java.time.Instant;
import java.util.UUID;

/** One request that a key made; {@code userId} is the person whose rights it had. */
public record KeyRequestView(
        UUID id, UUID userId, Instant at, String method, String path, int status, int millis, String address) {
    static KeyRequestView of(Stored stored) {
        var request = stored.request();
        return new KeyRequestView(
                stored.id(),
                request.userId(),
                request.at(),
                request.method(),
                request.path(),
                request.status(),
                request.millis(),
                request.address());
    }
}
