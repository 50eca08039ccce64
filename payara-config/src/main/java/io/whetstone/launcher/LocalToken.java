package io.whetstone.launcher;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;

/** {@code whetstone token}: an access token of the first administrator, with a session of its own. */
final class LocalToken {
    private LocalToken() {}

    static String of(Home home, Settings settings) {
        var now = Clock.systemUTC().instant();
        var key = signingKey(home);
        return OpenDatabase.with(home, settings, ready -> {
            var first = new FirstAdministrator(home, ready.owner());
            var administrator = first.find()
                    .orElseThrow(() -> new Refusal("There is no administrator yet: ./whetstone up makes one."));
            return AccessToken.issue(administrator.id(), first.openSession(administrator.id(), now), key, now);
        });
    }

    private static PrivateKey signingKey(Home home) {
        try {
            return new Keys(home.keys()).signingKey();
        } catch (IOException | GeneralSecurityException failure) {
            throw new Refusal("The signing key cannot be read: " + failure.getMessage(), failure);
        }
    }
}
