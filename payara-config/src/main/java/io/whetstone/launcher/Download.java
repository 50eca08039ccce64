package io.whetstone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One file by HTTP, taken up where an earlier attempt ended, and moved to its name when it is whole. */
final class Download {
    private static final int MILLIS = 30_000;
    private static final int STEP_PERCENT = 20;

    private final Progress progress;
    private final String url;

    Download(Progress progress, String url) {
        this.progress = progress;
        this.url = url;
    }

    void to(Path file, String sha256) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        var have = Files.exists(partial) ? Files.size(partial) : 0;
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
        }
        int status = status(connection);
        boolean resumed = status == HttpURLConnection.HTTP_PARTIAL;
        if (status != HttpURLConnection.HTTP_OK && !resumed) {
            throw new IOException("%s answers %d".formatted(url, status));
        }
        var mode = resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        try (InputStream in = connection.getInputStream();
                OutputStream out = Files.newOutputStream(partial, StandardOpenOption.CREATE, mode)) {
            copy(in, out, resumed ? have : 0, connection.getContentLengthLong());
        }
        StarterModel.accept(partial, file, sha256);
    }

    private int status(HttpURLConnection connection) throws IOException {
        try {
            return connection.getResponseCode();
        } catch (IOException failure) {
            throw new IOException("%s cannot be reached (%s)".formatted(url, failure), failure);
        }
    }

    private void copy(InputStream in, OutputStream out, long before, long coming) throws IOException {
        var buffer = new byte[1 << 16];
        long done = before;
        long told = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            done += read;
            long percent = coming <= 0 ? 0 : done * 100 / (before + coming);
            if (percent >= told + STEP_PERCENT) {
                told = percent - percent % STEP_PERCENT;
                progress.step("Starter model: %d %%".formatted(told));
            }
        }
        if (coming > 0 && done < before + coming) {
            throw new IOException("%s ended early; the next start goes on from there".formatted(url));
        }
    }
}
