package io.whetstone.workspace.service.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whetstone.workspace.service.ExportedFile;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that is written as a stream and ends with {@code manifest.json}: what is in it, with lengths and SHA-256. It
 * holds the names of its files in memory and never their content.
 */
public final class ExportArchive implements Closeable {
    static final String MANIFEST = "manifest.json";
    static final String FORMAT = "whetstone-workspace-export";

    private static final int FORMAT_VERSION = 1;

    private final ZipOutputStream zip;
    private final MessageDigest digest = sha256();
    private final OutputStream out;
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private long length;

    /** A file of the archive. */
    record Entry(String name, long bytes, String sha256) {}

    /** What the manifest says. {@code missing} were deleted while the export was written. */
    record Manifest(
            String format,
            int version,
            UUID workspaceId,
            String workspaceName,
            Instant createdAt,
            List<Entry> files,
            List<String> missing) {}

    public ExportArchive(OutputStream target) {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        // Weights hardly shrink, and rows shrink well at any level.
        zip.setLevel(Deflater.BEST_SPEED);
        this.out = new DigestOutputStream(zip, digest);
    }

    /** Adds a file of lines; {@code lines} is given what takes each. */
    public void addLines(String name, Consumer<Consumer<String>> lines) throws IOException {
        begin(name);
        lines.accept(this::line);
        end(name);
    }

    /** Adds a file, or notes that it is not there any more. */
    public void add(ExportedFile file) throws IOException {
        try (var content = file.source().open()) {
            begin(file.name());
            copy(content);
            end(file.name());
        } catch (NoSuchFileException | FileNotFoundException gone) {
            missing.add(file.name());
        }
    }

    /** Writes the manifest, which is the last file. */
    public void finish(ObjectMapper json, UUID workspaceId, String workspaceName, Instant now) throws IOException {
        var manifest = new Manifest(FORMAT, FORMAT_VERSION, workspaceId, workspaceName, now, entries, missing);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        digest.reset();
        length = 0;
    }

    private void end(String name) throws IOException {
        zip.closeEntry();
        entries.add(new Entry(name, length, HexFormat.of().formatHex(digest.digest())));
    }

    private void copy(InputStream content) throws IOException {
        length += content.transferTo(out);
    }

    private void line(String text) {
        var bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
            length += bytes.length;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
