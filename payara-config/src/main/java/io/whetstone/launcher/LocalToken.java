package io.whetstone.launcher;

import java.time.Clock;
import java.time.Duration;

/** {@code whetstone token}: an access token of the first administrator, with a session and a key of its own. */
final class LocalToken {
    /** A server that does not know a key looks for it this often at most. */
    private static final Duration UNTIL_KNOWN = Duration.ofMillis(100);

    private LocalToken() {}

    static String of(Home home, Settings settings) {
        var now = Clock.systemUTC().instant();
        var token = OpenDatabase.with(home, settings, ready -> {
            var first = new FirstAdministrator(home, ready.owner());
            var administrator = first.find()
                    .orElseThrow(() -> new Refusal("There is no administrator yet: ./whetstone up makes one."));
            var session = first.openSession(administrator.id(), now);
            var key = new SigningKeys(ready.owner()).oneOff(now);
            return AccessToken.issue(administrator.id(), session, key.secret(), key.id(), now);
        });
        pause();
        return token;
    }

    private static void pause() {
        try {
            Thread.sleep(UNTIL_KNOWN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
