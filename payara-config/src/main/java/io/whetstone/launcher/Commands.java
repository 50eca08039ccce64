package io.whetstone.launcher;

import io.whetstone.envelope.MasterKey;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The words of the command line and what each does. */
final class Commands {
    private static final String WITH_KEY = "--with-secrets-key";
    private static final String WITHOUT_KEY = "--without-secrets-key";

    private final Map<String, String> environment;
    private final Home home;
    private final Settings settings;
    private final PrintStream out;
    private final Progress progress;

    private Commands(Map<String, String> environment, Home home, Settings settings, PrintStream out) {
        this.environment = environment;
        this.home = home;
        this.settings = settings;
        this.out = out;
        this.progress = new Progress(out);
    }

    static Commands of(Map<String, String> environment, PrintStream out) {
        var home = Home.of(environment);
        return new Commands(environment, home, Settings.load(home, environment), out);
    }

    int run(String[] words) throws Exception {
        var command = words.length == 0 ? "help" : words[0];
        List<String> rest = words.length == 0 ? List.of() : Arrays.asList(words).subList(1, words.length);
        return switch (command) {
            case "up" -> up();
            case "down" -> new Down(home, settings, progress).run();
            case "status" -> new Status(home, settings, progress).run();
            case "logs" -> new Logs(ServerLog.file(home), out).show(rest.contains("-f"));
            case "migrate" -> migrate();
            case "backup" -> backup(rest);
            case "restore" -> restore(rest);
            case "secrets" -> secrets(rest);
            case "admin" -> admin(rest);
            case "asadmin" -> asadmin(file(command, rest));
            case "audit" -> audit(rest);
            case "keys" -> keys(rest);
            case "bench" -> Bench.run(progress, rest);
            case "token" -> token();
            case "version" -> say("whetstone " + Installation.version());
            default -> throw new Refusal("There is no command \"%s\". Try ./whetstone help.".formatted(command));
        };
    }

    private int up() throws Exception {
        new Up(home, settings, progress).run();
        return 0;
    }

    private int migrate() {
        home.prepare();
        var unfolded = Archive.unfold(Installation.current().ear(), home.payara());
        return say(OpenDatabase.with(home, settings, ready -> {
            var done = DatabaseSetup.migrate(ready, new Keys(home.keys()), unfolded);
            AuditNote.add(ready.owner(), "installation.migrated", Map.of("whetstone", Installation.version()));
            return done;
        }));
    }

    private int asadmin(Path file) throws Exception {
        new ServerSetup(home, settings, progress).write(file);
        return 0;
    }

    private int backup(List<String> rest) {
        requireInstalled();
        var file = file("backup", without(rest, WITH_KEY));
        var passphrase =
                rest.contains(WITH_KEY) ? Optional.of(Passphrase.choose(environment)) : Optional.<String>empty();
        return OpenDatabase.with(home, settings, ready -> {
            var copy = passphrase.map(words -> SecretsKeyCopy.lock(neededKeys(ready.owner()), words));
            new Backup(home, progress, Clock.systemUTC()).write(ready.owner(), file, copy);
            AuditNote.add(ready.owner(), "installation.backed_up", Map.of("file", file.toString()));
            return 0;
        });
    }

    private List<MasterKey> neededKeys(Database owner) {
        return new MasterKeyCheck(new MasterKeys(home, settings)).needed(owner);
    }

    private int restore(List<String> rest) {
        var file = file("restore", without(rest, WITHOUT_KEY));
        if (!Files.isRegularFile(file)) {
            throw new Refusal("There is no file %s.".formatted(file));
        }
        Supplier<Optional<String>> passphrase = rest.contains(WITHOUT_KEY)
                ? Optional::empty
                : () -> Passphrase.find(environment, "Passphrase of the secrets' key in the backup: ");
        new Restore(home, settings, progress).read(file, !rest.contains(WITHOUT_KEY), passphrase);
        return 0;
    }

    private int secrets(List<String> rest) {
        requireInstalled();
        return OpenDatabase.with(
                home, settings, ready -> new Secrets(home, settings, progress).run(ready.owner(), rest));
    }

    private static List<String> without(List<String> words, String flag) {
        return words.stream().filter(word -> !word.equals(flag)).toList();
    }

    private int admin(List<String> rest) {
        if (!rest.equals(List.of("reset-password"))) {
            throw new Refusal("admin knows one command: ./whetstone admin reset-password");
        }
        requireInstalled();
        return say(OpenDatabase.with(home, settings, ready -> new AdminPassword(home).reset(ready.owner())));
    }

    private int audit(List<String> rest) {
        var command = new AuditCommand(rest);
        if (AuditCommand.isOffline(rest)) {
            return say(command.run(null));
        }
        requireInstalled();
        return say(OpenDatabase.with(home, settings, ready -> command.run(ready.owner())));
    }

    private int keys(List<String> rest) {
        if (!rest.equals(List.of("rotate"))) {
            throw new Refusal("keys knows one command: ./whetstone keys rotate");
        }
        requireInstalled();
        return say(OpenDatabase.with(home, settings, ready -> new SigningKeys(ready.owner()).rotate()));
    }

    private int token() {
        requireInstalled();
        return say(LocalToken.of(home, settings));
    }

    private void requireInstalled() {
        if (home.isEmpty()) {
            throw new Refusal("Nothing is installed in %s yet. ./whetstone up does it.".formatted(home.root()));
        }
    }

    private static Path file(String command, List<String> rest) {
        if (rest.size() != 1) {
            throw new Refusal("%s needs the name of one file.".formatted(command));
        }
        return Path.of(rest.get(0)).toAbsolutePath();
    }

    private int say(String text) {
        out.println(text);
        return 0;
    }
}
