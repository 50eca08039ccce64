package io.whetstone.storage.service.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file in the making beside its place: closing forces it to the disk and renames it, a failure removes it. */
final class NewFile extends OutputStream {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private boolean failed;
    private boolean closed;

    NewFile(Path target) throws IOException {
        this.target = target;
        this.temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            var rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException failure) {
            throw abandon(failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed || failed) {
            return;
        }
        closed = true;
        try {
            channel.force(true);
            channel.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException failure) {
            throw abandon(failure);
        }
    }

    private IOException abandon(IOException failure) throws IOException {
        failed = true;
        channel.close();
        Files.deleteIfExists(temporary);
        if (FullDisk.isReasonOf(failure)) {
            throw FullDisk.problem(failure);
        }
        return failure;
    }

    /** A rename is only durable once its folder is. */
    private void forceFolder() throws IOException {
        try (var folder = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
