package io.whetstone.launcher;

import java.util.Locale;

/**
 * Every key that the launcher itself reads. Each is looked for in the environment, then in
 * {@code whetstone.properties} of the home; keys of the application travel on to the server as they are.
 */
public enum Setting {
    PORT("whetstone.port", "8080", "TCP port of the web interface and the API."),
    ADDRESS(
            "whetstone.address",
            "0.0.0.0",
            "Network address to listen on; 127.0.0.1 keeps the server to this machine."),
    URL(
            "whetstone.url",
            "",
            "Address under which people reach the server; default http://localhost:<port>, or https with a certificate."),
    TLS_CERTIFICATE(
            "whetstone.tls.certificate",
            "",
            "PEM file with the server's certificate and then those of its issuers. With it the port speaks HTTPS only."
                    + " Read at the start: a renewed one needs another."),
    TLS_KEY(
            "whetstone.tls.key",
            "",
            "PEM file with the key of that certificate: PKCS#8, unencrypted, RSA or EC, readable by its owner only."),
    MEMORY("whetstone.memory", "512m", "Largest heap of the server process, as for java -Xmx."),
    HTTP_THREADS("whetstone.http-threads", "64", "Most requests served at the same time."),
    STARTUP_TIMEOUT("whetstone.startup-timeout", "180", "Seconds to wait for the deployed server to become ready."),
    DATABASE_URL(
            "whetstone.database.url",
            "",
            "postgres://user:password@host:port/database of the owning role; also read from DATABASE_URL."
                    + " Empty: an own PostgreSQL 18 in the home."),
    DATABASE_APP_PASSWORD(
            "whetstone.database.app-password",
            "",
            "Password of the role whetstone_app where somebody else created it. Empty: generated."),
    DATABASE_PORT("whetstone.database.port", "0", "Port of the own PostgreSQL on 127.0.0.1; 0 picks a free one."),
    DATABASE_POOL_SIZE("whetstone.database.pool-size", "24", "Most database connections of the server."),
    DATABASE_STATEMENT_TIMEOUT(
            "whetstone.database.statement-timeout", "300", "Seconds after which PostgreSQL ends one statement."),
    TASK_PARALLELISM("whetstone.task.parallelism", "4", "Tasks of the durable queue worked on at the same time."),
    TRAINING_THREADS("whetstone.training.threads", "16", "Training processes and runners supervised at the same time."),
    ADMIN_EMAIL("whetstone.admin-email", "admin@localhost", "E-mail of the first administrator."),
    STARTER_MODEL(
            "whetstone.starter-model",
            "default",
            "Model of the first minute: default (SmolLM2-135M-Instruct, 94 MB), none, the path or the URL of a GGUF file."),
    SECRET_MASTER_KEY(
            "whetstone.secret.master-key",
            "",
            "Master key of stored credentials: the path of its file, or the key itself (32 bytes in Base64; while it is"
                    + " changed, the new one, a comma and the former). Empty: keys/secrets-master-key of the home."),
    HF_ENDPOINT("hf.endpoint", "https://huggingface.co", "Hub to fetch models from.");

    private final String key;
    private final String fallback;
    private final String description;

    Setting(String key, String fallback, String description) {
        this.key = key;
        this.fallback = fallback;
        this.description = description;
    }

    /** Name in {@code whetstone.properties}. */
    public String key() {
        return key;
    }

    /** Name in the environment, by the rule of MicroProfile Config. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Value where nobody set one. */
    public String fallback() {
        return fallback;
    }

    /** One sentence for the configuration reference. */
    public String description() {
        return description;
    }
}
