package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HttpsURLConnection;

/** One answer of a health endpoint. */
record Health(int status, String text) {
    private static final int MILLIS = 5_000;

    /** Asks the server of this home, over TLS where it speaks that. */
    static Health ask(Home home, String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            if (connection instanceof HttpsURLConnection encrypted) {
                encrypted.setSSLSocketFactory(TlsStore.trust(home));
                encrypted.setHostnameVerifier((name, session) -> true);
            }
            return ask(connection);
        } catch (IOException failure) {
            return new Health(0, String.valueOf(failure.getMessage()));
        }
    }

    /** Asks any server that speaks plain HTTP. */
    static Health ask(String url) {
        try {
            return ask((HttpURLConnection) URI.create(url).toURL().openConnection());
        } catch (IOException failure) {
            return new Health(0, String.valueOf(failure.getMessage()));
        }
    }

    private static Health ask(HttpURLConnection connection) throws IOException {
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Health(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    boolean ready() {
        return status == 200;
    }
}
