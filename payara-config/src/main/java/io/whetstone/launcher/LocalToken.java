package io.whetstone.launcher;

import java.time.Clock;

/** {@code whetstone token}: an access token of the first administrator, with a session and a key of its own. */
final class LocalToken {
    private LocalToken() {}

    static String of(Home home, Settings settings) {
        var now = Clock.systemUTC().instant();
        return OpenDatabase.with(home, settings, ready -> {
            var first = new FirstAdministrator(home, ready.owner());
            var administrator = first.find()
                    .orElseThrow(() -> new Refusal("There is no administrator yet: ./whetstone up makes one."));
            var session = first.openSession(administrator.id(), now);
            var key = new SigningKeys(ready.owner()).oneOff(now);
            return AccessToken.issue(administrator.id(), session, key.secret(), key.id(), now);
        });
    }
}
