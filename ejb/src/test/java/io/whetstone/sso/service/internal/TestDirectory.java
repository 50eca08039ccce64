package io.whetstone.sso.service.internal;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** A real directory on this machine, over LDAPS and over LDAP with StartTLS, with a certificate of its own. */
final class TestDirectory implements AutoCloseable {
    static final String SEARCHER = "cn=searcher,dc=example,dc=org";
    static final String SEARCHER_PASSWORD = "search me";
    static final String PASSWORD = "correct horse";

    private static final String[] ENTRIES = {
        "dn: dc=example,dc=org\nobjectClass: domain\ndc: example",
        "dn: ou=people,dc=example,dc=org\nobjectClass: organizationalUnit\nou: people",
        "dn: ou=groups,dc=example,dc=org\nobjectClass: organizationalUnit\nou: groups",
        person("ada", "present"),
        person("bob", "left"),
        "dn: cn=staff,ou=groups,dc=example,dc=org\nobjectClass: groupOfNames\ncn: staff\n"
                + "member: uid=ada,ou=people,dc=example,dc=org",
        "dn: cn=board,ou=groups,dc=example,dc=org\nobjectClass: groupOfNames\ncn: board\n"
                + "member: uid=bob,ou=people,dc=example,dc=org",
    };

    private final InMemoryDirectoryServer server;
    private final String certificate;

    private TestDirectory(InMemoryDirectoryServer server, String certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    static TestDirectory start(Path folder) {
        try {
            var store = folder.resolve("directory.p12");
            keytool("-genkeypair -alias ldap -keyalg RSA -dname CN=localhost -ext san=dns:localhost", store);
            var pem = folder.resolve("directory.pem");
            keytool("-exportcert -rfc -alias ldap -file " + pem, store);
            var keys = new KeyStoreKeyManager(store.toFile(), "changeit".toCharArray(), "PKCS12", "ldap");
            var tls = new SSLUtil(keys, new TrustAllTrustManager());
            var config = new InMemoryDirectoryServerConfig("dc=example,dc=org");
            config.setSchema(null);
            config.addAdditionalBindCredentials(SEARCHER, SEARCHER_PASSWORD);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("ldap", null, 0, tls.createSSLSocketFactory()),
                    InMemoryListenerConfig.createLDAPSConfig(
                            "ldaps", null, 0, tls.createSSLServerSocketFactory(), tls.createSSLSocketFactory()));
            var server = new InMemoryDirectoryServer(config);
            for (var entry : ENTRIES) {
                server.add(entry.split("\n"));
            }
            server.startListening();
            return new TestDirectory(server, Files.readString(pem));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (LDAPException | LDIFException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    String ldap() {
        return "ldap://localhost:" + server.getListenPort("ldap");
    }

    String ldaps() {
        return "ldaps://localhost:" + server.getListenPort("ldaps");
    }

    /** What a client has to trust. */
    String certificate() {
        return certificate;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private static String person(String uid, String employment) {
        return "dn: uid=%s,ou=people,dc=example,dc=org\nobjectClass: inetOrgPerson\nuid: %s\ncn: %s\nsn: %s\n"
                        .formatted(uid, uid, uid, uid)
                + "mail: %s@example.org\nemployeeType: %s\nuserPassword: %s".formatted(uid, employment, PASSWORD);
    }

    private static void keytool(String words, Path store) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", "changeit", "-keystore", store.toString()));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
