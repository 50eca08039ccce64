package io.whetstone.trainer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module written by Java and called by the names of its methods, with autograd.
 *
 * <p>An archive is a zip of four small entries: the pickled empty object, the code as text, no constants, a version.
 */
public final class Script implements AutoCloseable {
    private static final String HEADER = """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    private final NDManager manager;
    private final PtSymbolBlock block;
    private final Map<String, NDArray> methods = new HashMap<>();
    private long nanos;

    /**
     * Compiles a module.
     *
     * @param body the methods, indented by two blanks, in the language of serialised TorchScript
     */
    public Script(NDManager manager, String body) throws IOException {
        this.manager = manager;
        Path file = Files.createTempFile("decoder", ".pt");
        try {
            write(file, HEADER + body);
            block = JniUtils.loadModule((PtNDManager) manager, file, false, new String[0], new String[0], true);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Calls a method. The results belong to the manager of the first argument.
     *
     * @param gradient whether autograd records; without it the results can never take part in a backward pass
     * @param arguments each an {@code NDArray} (Tensor) or a non-empty {@code NDList} (List[Tensor]), first an array
     */
    public NDList call(String method, boolean gradient, Object... arguments) {
        NDList inputs = new NDList();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof NDArray array) {
                array.setName(null);
                inputs.add(array);
            } else {
                for (NDArray array : (NDList) arguments[i]) {
                    array.setName("list" + i + "[]");
                    inputs.add(array);
                }
            }
        }
        inputs.add(methods.computeIfAbsent(method, this::selector));
        long start = System.nanoTime();
        try {
            return IValueUtils.forward(block, inputs, gradient);
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    /** Time spent inside the native calls so far. */
    public long nanos() {
        return nanos;
    }

    @Override
    public void close() {
        block.close();
    }

    /** The engine reads the method's name off an extra array. */
    private NDArray selector(String method) {
        NDArray array = manager.create(0L);
        array.setName("module_method:" + method);
        return array;
    }

    private static void write(Path file, String code) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "m/data.pkl", emptyObject());
            entry(zip, "m/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            entry(zip, "m/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            entry(zip, "m/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Pickle protocol 2 for {@code M.__new__(M)} with {@code {"training": True}}. */
    private static byte[] emptyObject() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2, 'c'});
        out.writeBytes("__torch__\nM\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {')', (byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
        out.writeBytes("training".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {(byte) 0x88, 'u', 'b', '.'});
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
