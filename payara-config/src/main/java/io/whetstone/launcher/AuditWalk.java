package io.whetstone.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Walks along the chain over the audit log, link by link, and stops at the first that is not as it was written. */
final class AuditWalk {
    static final String START = "0".repeat(64);

    private final @Nullable Head noted;
    private long rows;
    private @Nullable AuditLink last;

    /** A number and the hash that it had when somebody noted it elsewhere. */
    record Head(long seq, String hash) {
        static Head parse(String text) {
            var parts = text.split(":", 2);
            if (parts.length != 2 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
                throw new Refusal("--head needs a number and a hash as ./whetstone audit verify prints them: 42:ab12…");
            }
            return new Head(Long.parseLong(parts[0]), parts[1]);
        }
    }

    AuditWalk(@Nullable Head noted) {
        this.noted = noted;
    }

    /** Goes one link further. The first one tells where the walk begins; only the start of all is known beforehand. */
    void next(AuditLink link) {
        long expected = last == null ? link.firstSeq() : last.lastSeq() + 1;
        var before = last == null ? previousOfFirst(link) : last.hash();
        if (link.firstSeq() != expected) {
            throw broken(expected, "it is missing");
        }
        if (!link.previousHash().equals(before)) {
            throw broken(expected, "it does not follow the one before it");
        }
        if (!link.vouched()) {
            throw broken(expected, "rows were removed, and not because they had their time");
        }
        if (link.record() != null && !hash(link.previousHash(), link.record()).equals(link.hash())) {
            throw broken(expected, "it was changed");
        }
        if (noted != null && noted.seq() == link.lastSeq() && !noted.hash().equals(link.hash())) {
            throw broken(link.firstSeq(), "its hash is not the one that was noted");
        }
        last = link;
        rows += link.record() == null ? 0 : 1;
    }

    private static String previousOfFirst(AuditLink link) {
        return link.firstSeq() == 1 ? START : link.previousHash();
    }

    /** Ends the walk at the head that the database names, or at the last line of a file. */
    Head end(@Nullable Head head) {
        var reached = last == null ? new Head(0, START) : new Head(last.lastSeq(), last.hash());
        if (head != null && reached.seq() < head.seq()) {
            throw broken(reached.seq() + 1, "it is missing at the end");
        }
        if (head != null && !reached.equals(head)) {
            throw broken(reached.seq(), "the chain does not end here");
        }
        if (noted != null && reached.seq() < noted.seq()) {
            throw broken(reached.seq() + 1, "it is missing at the end");
        }
        return reached;
    }

    long rows() {
        return rows;
    }

    static String hash(String previous, String record) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((previous + "\n" + record).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Refusal broken(long seq, String how) {
        return new Refusal("The audit log was tampered with. First broken row: %d (%s).".formatted(seq, how));
    }
}
