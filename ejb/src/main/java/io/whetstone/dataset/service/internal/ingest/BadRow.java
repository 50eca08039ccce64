package io.whetstone.dataset.service.internal.ingest;

/** A row that cannot be trained on; the message is the reason that its owner reads. */
final class BadRow extends Exception {
    private static final long serialVersionUID = 1L;

    BadRow(String reason) {
        super(reason, null, false, false);
    }
}
