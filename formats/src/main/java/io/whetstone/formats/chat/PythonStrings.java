package io.whetstone.formats.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Python's string methods where Java's differ. */
final class PythonStrings {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private PythonStrings() {}

    static String strip(String text, @Nullable String characters, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && strippable(text.charAt(from), characters)) {
            from++;
        }
        while (end && to > from && strippable(text.charAt(to - 1), characters)) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean strippable(char c, @Nullable String characters) {
        return characters == null ? isSpace(c) : characters.indexOf(c) >= 0;
    }

    /** Python's {@code str.isspace}: Unicode white space, no-break spaces included, and the separators 1c to 1f. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    static boolean anyOf(Object[] args, Predicate<String> test) {
        Stream<?> candidates = args[0] instanceof Collection<?> several ? several.stream() : Stream.of(args[0]);
        return candidates.map(String::valueOf).anyMatch(test);
    }

    static List<Object> split(String text, @Nullable String separator, int limit) {
        if (separator == null) {
            String stripped = strip(text, null, true, true);
            return stripped.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(stripped.split("\\s+")));
        }
        List<Object> parts = new ArrayList<>();
        int from = 0;
        int found = text.indexOf(separator);
        while (found >= 0 && (limit < 0 || parts.size() < limit)) {
            parts.add(text.substring(from, found));
            from = found + separator.length();
            found = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    static List<Object> rsplit(String text, @Nullable String separator, int limit) {
        List<Object> parts = split(text, separator, -1);
        while (separator != null && limit >= 0 && parts.size() > limit + 1) {
            String joined = parts.get(0) + separator + parts.get(1);
            parts.remove(0);
            parts.set(0, joined);
        }
        return parts;
    }

    static String title(String text) {
        return WORD.matcher(text).replaceAll(m -> capitalize(m.group()));
    }

    static String capitalize(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }

    static long count(String text, String part) {
        return split(text, part, -1).size() - 1L;
    }
}
