package io.whetstone.dataset.service.internal.ingest;

/** A set of hashes by open addressing, with room for a fixed number of them at a load of at most one half. */
final class LongSet {
    private final long[] slots;
    private final int mask;
    private boolean hasZero;

    LongSet(int capacity) {
        int size = Integer.highestOneBit(Math.max(capacity, 8)) * 4;
        this.slots = new long[size];
        this.mask = size - 1;
    }

    /** False when the value was there already. */
    boolean add(long value) {
        if (value == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = (int) (value >>> 32) & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == value) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = value;
        return true;
    }
}
