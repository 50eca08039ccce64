package io.whetstone.kernel.service;

import java.util.List;

/** What the processes that we start must not inherit: their work needs no secret of the server. */
public final class ChildEnvironment {
    private static final List<String> SECRETS = List.of(
            "DATABASE_URL",
            "WHETSTONE_BACKUP_PASSPHRASE",
            "WHETSTONE_DATABASE_APP_PASSWORD",
            "WHETSTONE_DATABASE_URL",
            "WHETSTONE_MAIL_PASSWORD",
            "WHETSTONE_MODEL_HUB_TOKEN",
            "WHETSTONE_OUTBOUND_PROXY_PASSWORD",
            "WHETSTONE_SECRET_MASTER_KEY");

    private ChildEnvironment() {}

    /** Takes the server's secrets out of what a child is to inherit. */
    public static void clean(ProcessBuilder child) {
        SECRETS.forEach(child.environment()::remove);
    }
}
