package io.whetstone.model.service.internal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.whetstone.model.service.ModelConfig;
import io.whetstone.model.service.ModelSource;
import io.whetstone.model.service.ModelTool.Watcher;
import io.whetstone.model.service.internal.HubClient.HubFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the files of a hub's repository. What was fetched stays, so an interrupted download goes on where it stopped;
 * a file counts only once its size, and its hash where the hub tells it, are right.
 */
@ApplicationScoped
class HubDownload {
    private static final int ATTEMPTS = 5;
    private static final int BUFFER = 1 << 20;
    private static final long FIRST_WAIT_MILLIS = 500;

    @Inject
    HubClient hub;

    @Inject
    ModelConfig config;

    /** Fetches what makes the model into {@code folder} and gives the names of the files. */
    List<String> fetch(ModelSource.Hub source, Path folder, Watcher watcher) throws IOException, InterruptedException {
        var wanted = wanted(patiently(() -> hub.list(source)), source.file());
        var total = wanted.stream().mapToLong(HubFile::size).sum();
        if (total > config.maxSize()) {
            throw ImportFailure.refused("The model has %d bytes; the limit is %d".formatted(total, config.maxSize()));
        }
        Files.createDirectories(folder);
        var before = 0L;
        for (var file : wanted) {
            var start = before;
            fetch(
                    source,
                    file,
                    folder,
                    new Watcher(
                            bytes -> watcher.progress().accept((start + bytes) / Math.max(1, total)),
                            watcher.cancelled()));
            before += file.size();
        }
        return wanted.stream().map(file -> name(file)).toList();
    }

    private static List<HubFile> wanted(List<HubFile> files, @Nullable String picked) {
        if (picked != null) {
            var file =
                    files.stream().filter(found -> found.path().equals(picked)).findFirst();
            if (file.isEmpty() || !ModelFiles.isGguf(picked)) {
                throw ImportFailure.refused("%s is no GGUF file of the repository".formatted(picked));
            }
            return List.of(file.get());
        }
        ModelFiles.requireModel(files.stream().map(HubFile::path).toList());
        return files.stream().filter(file -> ModelFiles.isPart(file.path())).toList();
    }

    private static String name(HubFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    private void fetch(ModelSource.Hub source, HubFile file, Path folder, Watcher watcher)
            throws IOException, InterruptedException {
        var target = folder.resolve(name(file));
        if (Files.exists(target) && Files.size(target) == file.size()) {
            return;
        }
        var part = folder.resolve(name(file) + ".part");
        patiently(() -> append(source, file, part, watcher));
        verify(file, part);
        Files.move(part, target);
    }

    /** What a busy hub or a bad line spoils. */
    private interface Attempt<T> {
        T make() throws IOException, InterruptedException;
    }

    private static <T> T patiently(Attempt<T> attempt) throws IOException, InterruptedException {
        for (var number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (IOException spoiled) {
                if (number == ATTEMPTS) {
                    throw spoiled;
                }
                Thread.sleep(FIRST_WAIT_MILLIS << number);
            }
        }
    }

    /** Goes on where the part ends and gives its length, which then is that of the file. */
    private long append(ModelSource.Hub source, HubFile file, Path part, Watcher watcher)
            throws IOException, InterruptedException {
        var have = Files.exists(part) ? Files.size(part) : 0;
        if (have == file.size()) {
            return have;
        }
        var opened = hub.open(source, file, have > file.size() ? 0 : have);
        try (var body = opened.body();
                var out = FileChannel.open(part, CREATE, WRITE)) {
            out.truncate(opened.offset()).position(opened.offset());
            var buffer = new byte[BUFFER];
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                write(out, buffer, read, file);
                watcher.progress().accept((double) out.position());
                if (watcher.cancelled().getAsBoolean()) {
                    throw new InterruptedException("The download was cancelled");
                }
            }
            out.force(true);
        }
        if (Files.size(part) < file.size()) {
            throw new IOException("The hub ended %s too early".formatted(file.path()));
        }
        return file.size();
    }

    private static void write(FileChannel out, byte[] buffer, int count, HubFile file) throws IOException {
        if (out.position() + count > file.size()) {
            throw ImportFailure.refused("%s is longer than the hub said".formatted(file.path()));
        }
        var bytes = ByteBuffer.wrap(buffer, 0, count);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static void verify(HubFile file, Path part) throws IOException {
        var expected = file.sha256();
        if (expected != null && !expected.equalsIgnoreCase(sha256(part))) {
            Files.delete(part);
            throw ImportFailure.refused("%s does not have the hash that the hub told".formatted(file.path()));
        }
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
