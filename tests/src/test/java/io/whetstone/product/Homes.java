package io.whetstone.product;

import io.whetstone.storage.service.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * The homes of the products that tests start. Those of a test class that passed go at its end, those that all classes
 * share at the end of a run that passed; what failed can be looked at.
 */
public final class Homes implements TestExecutionListener {
    private static final List<Path> OF_CLASS = new ArrayList<>();
    private static final List<Path> SHARED = new ArrayList<>();

    private static boolean classFailed;
    private static boolean anyFailed;

    /** A home for the test class that runs. */
    static Path make(String name) {
        return make(name, OF_CLASS);
    }

    /** A home that is used by more than the test class that runs; whoever made it says when it is {@link #left}. */
    static Path makeShared(String name) {
        return make(name, SHARED);
    }

    private static synchronized Path make(String name, List<Path> among) {
        try {
            var parent = Files.createDirectories(Product.root().resolve("tests/target/homes"));
            var home = Files.createTempDirectory(parent, name);
            among.add(home);
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nobody uses it any more. */
    static synchronized void left(Path home) {
        if (!anyFailed) {
            delete(home);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        ended(test, result.getStatus() == Status.FAILED);
    }

    private static synchronized void ended(TestIdentifier test, boolean failed) {
        classFailed |= failed;
        anyFailed |= failed;
        if (test.getSource().filter(ClassSource.class::isInstance).isPresent()) {
            if (classFailed) {
                System.err.println("What failed ran at one of %s %s".formatted(OF_CLASS, SHARED));
            } else {
                OF_CLASS.forEach(Homes::delete);
            }
            OF_CLASS.clear();
            classFailed = false;
        }
    }

    private static void delete(Path home) {
        try {
            FileTree.delete(home);
            Files.deleteIfExists(Product.log(home));
        } catch (IOException inUse) {
            System.err.println("%s is still in use: %s".formatted(home, inUse));
        }
    }
}
