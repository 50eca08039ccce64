package io.whetstone.formats.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bridges the few differences between the expressions of Jinja2 and of Jinjava, and refuses by name what cannot be
 * bridged, because it would be rendered wrongly without a word.
 */
final class TemplateCode {
    private static final Pattern FILTERED_LOOP =
            Pattern.compile("for\\s+(.+?)\\s+in\\s+(.+?)\\s+if\\s+(.+)", Pattern.DOTALL);
    private static final Pattern NEIGHBOURS = Pattern.compile("\\bloop\\.(previtem|nextitem|changed)\\b");

    private int filteredLoops;
    private final Deque<String> openBlocks = new ArrayDeque<>();

    String expression(String code) {
        if (NEIGHBOURS.matcher(code).find()) {
            throw new ChatTemplateException(
                    "the chat template uses loop.previtem, nextitem or changed," + " which are not supported");
        }
        return argumentsInParentheses(code.replace("[::-1]", "|reverse"));
    }

    /** What is inside of a statement tag; the result may close that tag and open others. */
    String statement(String code) {
        String name = code.split("\\W", 2)[0];
        if (name.equals("else") && "for".equals(openBlocks.peek())) {
            throw new ChatTemplateException("the chat template uses a loop with else, which is not supported");
        }
        if (name.equals("for") || name.equals("if")) {
            openBlocks.push(name);
        } else if (name.equals("endfor") || name.equals("endif")) {
            openBlocks.poll();
        }
        return switch (name) {
            case "macro" -> code;
            case "for" -> loop(code);
            default -> expression(code);
        };
    }

    /** A loop with a condition becomes one that collects what satisfies it and one over the collection. */
    private String loop(String code) {
        Matcher loop = FILTERED_LOOP.matcher(code);
        if (!loop.matches() || loop.group(3).contains(" else ")) {
            return expression(code);
        }
        String kept = "kept_of_loop_" + ++filteredLoops;
        String target = loop.group(1);
        String item = target.contains(",") ? "[[" + target + "]]" : "[" + target + "]";
        return "set " + kept + " = namespace(items=[]) %}{% for " + target + " in " + expression(loop.group(2))
                + " %}{% if " + expression(loop.group(3)) + " %}{% set " + kept + ".items = " + kept + ".items + "
                + item + " %}{% endif %}{% endfor %}{% for " + target + " in " + kept + ".items";
    }

    /** Jinjava lets {@code name=a - b} in an argument list end before the minus, so the value gets parentheses. */
    private static String argumentsInParentheses(String code) {
        StringBuilder out = new StringBuilder();
        Deque<Character> open = new ArrayDeque<>();
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\'' || c == '"') {
                int end = Math.min(code.length() - 1, endOfString(code, i));
                out.append(code, i, end + 1);
                i = end;
            } else if (c == '=' && Character.valueOf('(').equals(open.peek()) && isAssignment(code, i)) {
                open.push('=');
                out.append("=(");
            } else {
                track(c, open, out);
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void track(char c, Deque<Character> open, StringBuilder out) {
        if ("([{".indexOf(c) >= 0) {
            open.push(c);
            return;
        }
        if ((c == ',' || c == ')') && Character.valueOf('=').equals(open.peek())) {
            open.pop();
            out.append(')');
        }
        if (")]}".indexOf(c) >= 0) {
            open.poll();
        }
        if (c == '}' && out.length() > 0 && out.charAt(out.length() - 1) == '}') {
            // Jinjava would take two of them for the end of the tag
            out.append(' ');
        }
    }

    private static boolean isAssignment(String code, int at) {
        boolean doubled = at + 1 < code.length() && code.charAt(at + 1) == '=';
        return !doubled && at > 0 && "=!<>".indexOf(code.charAt(at - 1)) < 0;
    }

    static int endOfString(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != text.charAt(quote)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
