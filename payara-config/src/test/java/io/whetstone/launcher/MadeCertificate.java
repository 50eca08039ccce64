package io.whetstone.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A certificate made by keytool, and its key, in PEM files as an operator has them. */
record MadeCertificate(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /** @param words more for keytool, as {@code -keyalg EC -validity 90} */
    static MadeCertificate in(Path folder, String name, String words) throws Exception {
        var store = folder.resolve(name + ".p12");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", "own", "-dname", "CN=" + name, "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(words.split(" ", -1)));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Key secret = keys.getKey("own", PASSWORD.toCharArray());
        var certificate = folder.resolve(name + ".crt");
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("own").getEncoded()));
        var key = folder.resolve(name + ".key");
        Files.writeString(key, pem("PRIVATE KEY", secret.getEncoded()));
        return new MadeCertificate(certificate, key).open("rw-------");
    }

    MadeCertificate open(String permissions) throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        return this;
    }

    /** What an operator sets to have it used. */
    Settings settings() {
        return settings(Map.of());
    }

    Settings settings(Map<String, String> more) {
        var environment = new java.util.HashMap<String, String>(more);
        environment.put("WHETSTONE_TLS_CERTIFICATE", certificate.toString());
        environment.put("WHETSTONE_TLS_KEY", key.toString());
        return new Settings(environment, new Properties());
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
    }
}
