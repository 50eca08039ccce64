package io.whetstone.dataset.service.internal.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/** Splits CSV text into records (RFC 4180): quoted fields may hold separators, line ends and doubled quotes. */
final class CsvRecords {
    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final SourceLimits limits;
    private final StringBuilder field = new StringBuilder();
    private final List<String> fields = new ArrayList<>();
    private int current;
    private long nextLine = 1;
    private long line;
    private long size;

    CsvRecords(Reader source, char separator, SourceLimits limits) {
        this.in = new BufferedReader(source, 1 << 16);
        this.separator = separator;
        this.limits = limits;
    }

    /** Moves to the next record that is not blank; false at the end. */
    boolean next() throws IOException {
        do {
            line = nextLine;
            fields.clear();
            size = 0;
            if (read() == END) {
                return false;
            }
            readRecord();
        } while (fields.size() == 1 && fields.get(0).isBlank());
        return true;
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    /** The line on which the record begins, counted from 1. */
    long line() {
        return line;
    }

    private void readRecord() throws IOException {
        while (true) {
            readField();
            fields.add(field.toString());
            field.setLength(0);
            if (current != separator) {
                return;
            }
            read();
        }
    }

    /** Starts on the first character of the field and stops on the separator, line feed or end after it. */
    private void readField() throws IOException {
        if (current == '"') {
            readQuoted();
        }
        while (current != separator && current != '\n' && current != END) {
            keep();
            read();
        }
        int last = field.length() - 1;
        if (current != separator && last >= 0 && field.charAt(last) == '\r') {
            field.setLength(last);
        }
    }

    private void readQuoted() throws IOException {
        while (true) {
            if (read() == END) {
                throw new SourceException("A quote opened in the record of line %d is never closed".formatted(line));
            }
            if (current == '"' && read() != '"') {
                return;
            }
            keep();
        }
    }

    private void keep() throws SourceException {
        if (++size > limits.rowBytes()) {
            throw new SourceException("The record of line %d is longer than %s".formatted(line, limits.rowLimit()));
        }
        field.append((char) current);
    }

    private int read() throws IOException {
        current = in.read();
        nextLine += current == '\n' ? 1 : 0;
        return current;
    }
}
