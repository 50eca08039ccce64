package io.whetstone.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The {@code whetstone} command after everything is built: one word says what to do. */
public final class Main {
    private Main() {}

    /** Runs one command; the exit status is 0 when it was done, 1 when it was refused with a reason. */
    public static void main(String[] arguments) {
        // The streams of the terminal, whatever System.out and System.err are turned to later.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, err));
    }

    private static int run(String[] arguments, PrintStream out, PrintStream err) {
        // Only up has a log; the other commands have a terminal, which is for their own words.
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            return Commands.of(System.getenv(), out).run(arguments);
        } catch (Refusal refusal) {
            err.println("whetstone: " + refusal.getMessage());
            return 1;
        } catch (Exception failure) {
            err.println("whetstone: unexpected failure");
            failure.printStackTrace(err);
            return 2;
        }
    }
}
