package io.whetstone.apikey.service.internal;

import io.whetstone.apikey.entity.ApiKey;
import io.whetstone.apikey.entity.ApiKey.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Function;

/** Makes the texts of keys and hands out each once; what is kept is a hash. */
@ApplicationScoped
public class KeyMaker {
    @Inject
    Pepper pepper;

    /** A key and its text. */
    public record Made(ApiKey key, String text) {}

    public Made make(Function<Kept, ApiKey> key) {
        var text = KeyText.random();
        return new Made(
                key.apply(new Kept(text.publicId(), HexFormat.of().formatHex(pepper.hash(text)), text.lastFour())),
                text.whole());
    }

    /** Gives a key another secret and returns its text. */
    public String renew(ApiKey key, Instant now, Duration overlap) {
        var text = new KeyText(key.publicId(), "").renewed();
        key.rotate(pepper.hash(text), text.lastFour(), now.plus(overlap));
        return text.whole();
    }
}
