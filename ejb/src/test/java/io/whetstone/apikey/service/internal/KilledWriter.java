package io.whetstone.apikey.service.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** A server that notes what a request has used and never comes to its end. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] args) throws InterruptedException {
        var use =
                new RunningUse(new UseBook(Path.of(args[0])), UUID.fromString(args[1]), Clock.systemUTC(), noted -> {});
        use.used(41);
        use.used(42);
        System.out.println("noted");
        Thread.sleep(60_000);
    }
}
