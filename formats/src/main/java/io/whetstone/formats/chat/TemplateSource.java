package io.whetstone.formats.chat;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Rewrites a template so that no whitespace rule is left to apply: comments are gone, and what Jinja2 removes by
 * {@code -} markers and by its trim_blocks and lstrip_blocks options is removed. Jinjava's own rules differ in corners.
 */
final class TemplateSource {
    private static final String WHITESPACE = " \t\n\r\f\u000b";

    private final String source;
    private final TemplateCode code = new TemplateCode();
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean lineStarting = true;

    private TemplateSource(String source) {
        this.source = source;
    }

    static String normalise(String source) {
        String unix = source.replace("\r\n", "\n").replace('\r', '\n');
        return new TemplateSource(unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix).run();
    }

    private String run() {
        while (at < source.length()) {
            int open = nextOpening();
            if (open < 0) {
                out.append(source, at, source.length());
                break;
            }
            data(open);
            at = open;
            tag(source.charAt(open + 1));
        }
        return out.toString();
    }

    private int nextOpening() {
        for (int i = at; i + 1 < source.length(); i++) {
            if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void data(int end) {
        String text = source.substring(at, end);
        char marker = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
        if (marker == '-') {
            text = stripEnd(text);
        } else if (marker != '+' && source.charAt(end + 1) != '{') {
            text = stripIndent(text);
        }
        if (text.endsWith("{")) {
            // stripped whitespace must not make an opening out of a brace and what follows it
            text = text.substring(0, text.length() - 1) + "{{ '{' }}";
        }
        out.append(text);
    }

    private String stripIndent(String text) {
        int line = text.lastIndexOf('\n') + 1;
        boolean atLineStart = line > 0 || lineStarting;
        return atLineStart && text.substring(line).isBlank() ? text.substring(0, line) : text;
    }

    private void tag(char kind) {
        int bodyStart = at + 2;
        int close = kind == '#' ? source.indexOf("#}", bodyStart) : closing(bodyStart, kind == '{' ? '}' : '%');
        if (close < 0) {
            throw new ChatTemplateException("the chat template has an unclosed {" + kind);
        }
        char marker = close > bodyStart ? source.charAt(close - 1) : ' ';
        emit(kind, source.substring(bodyStart, close));
        at = close + 2;
        int after = at;
        skipWhitespace(kind, marker);
        lineStarting = at > after && source.charAt(at - 1) == '\n';
    }

    private void skipWhitespace(char kind, char marker) {
        if (marker == '-') {
            while (at < source.length() && WHITESPACE.indexOf(source.charAt(at)) >= 0) {
                at++;
            }
        } else if (kind != '{' && marker != '+' && source.startsWith("\n", at)) {
            at++;
        }
    }

    /** The end of a tag, looking past strings and nested brackets. */
    private int closing(int from, char mark) {
        Deque<Character> brackets = new ArrayDeque<>();
        for (int i = from; i + 1 < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\'' || c == '"') {
                i = TemplateCode.endOfString(source, i);
            } else if (brackets.isEmpty() && c == mark && source.charAt(i + 1) == '}') {
                return i;
            } else if ("([{".indexOf(c) >= 0) {
                brackets.push(c);
            } else if (")]}".indexOf(c) >= 0) {
                brackets.poll();
            }
        }
        return -1;
    }

    private void emit(char kind, String body) {
        int start = body.startsWith("-") || body.startsWith("+") ? 1 : 0;
        int end = body.length() > start && (body.endsWith("-") || body.endsWith("+")) ? 1 : 0;
        String content = body.substring(start, body.length() - end).strip();
        if (kind == '{') {
            out.append("{{ ").append(this.code.expression(content)).append(" }}");
        } else if (kind == '%' && !content.equals("generation") && !content.equals("endgeneration")) {
            out.append("{% ").append(this.code.statement(content)).append(" %}");
        }
    }

    private static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && WHITESPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
