package io.whetstone.launcher;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The words of the command line and what each does. */
final class Commands {
    private final Home home;
    private final Map<String, String> environment;
    private final PrintStream out;

    private Commands(Home home, Map<String, String> environment, PrintStream out) {
        this.home = home;
        this.environment = environment;
        this.out = out;
    }

    static Commands of(Map<String, String> environment, PrintStream out) {
        return new Commands(Home.of(environment), environment, out);
    }

    int run(String[] arguments) throws Exception {
        var word = arguments.length == 0 ? "help" : arguments[0];
        List<String> rest =
                arguments.length == 0 ? List.of() : Arrays.asList(arguments).subList(1, arguments.length);
        return switch (word) {
            case "up" -> up();
            case "version" -> version();
            default -> throw new Refusal("There is no command \"%s\". Try ./whetstone help.%s".formatted(word, rest));
        };
    }

    private int up() throws Exception {
        new Up(home, Settings.load(home, environment), new Progress(out)).run();
        return 0;
    }

    private int version() {
        out.println("whetstone " + Installation.version());
        return 0;
    }
}
