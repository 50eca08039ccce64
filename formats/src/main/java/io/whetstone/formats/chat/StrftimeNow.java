package io.whetstone.formats.chat;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Python's {@code strftime} of the present moment, for the codes that chat templates use. */
record StrftimeNow(Clock clock) {
    String format(String pattern) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                out.append(code(pattern.charAt(++i), now));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String code(char code, ZonedDateTime now) {
        String pattern = switch (code) {
            case 'd' -> "dd";
            case 'm' -> "MM";
            case 'b' -> "MMM";
            case 'B' -> "MMMM";
            case 'y' -> "yy";
            case 'Y' -> "yyyy";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'p' -> "a";
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'j' -> "DDD";
            case '%' -> "'%'";
            default -> throw new ChatTemplateException("strftime_now: unknown code %" + code);
        };
        return now.format(DateTimeFormatter.ofPattern(pattern, Locale.US));
    }
}
