package io.whetstone.dataset.service.internal.source;

/** How much of a stranger's file is read: bytes of one row, and bytes of the whole once unpacked. */
public record SourceLimits(int rowBytes, long unpackedBytes) {
    /** The limit of a row as people read it. */
    public String rowLimit() {
        return rowBytes >= 1 << 20 ? (rowBytes >> 20) + " MiB" : rowBytes + " bytes";
    }
}
