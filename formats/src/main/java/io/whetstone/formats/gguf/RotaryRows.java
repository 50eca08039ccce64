package io.whetstone.formats.gguf;

/**
 * The row order of query and key projections. Hugging Face rotates the two halves of a head against each other,
 * llama.cpp's llama graph neighbours: there row {@code 2i + t} of a head is Hugging Face's row {@code t * size/2 + i}.
 */
final class RotaryRows {
    private RotaryRows() {}

    /** Reorders whole heads of rows from llama.cpp's order to Hugging Face's. */
    static float[] toHuggingFace(float[] rows, int headSize, int rowLength) {
        float[] out = new float[rows.length];
        for (int row = 0; row < rows.length / rowLength; row++) {
            System.arraycopy(rows, row * rowLength, out, halves(row, headSize) * rowLength, rowLength);
        }
        return out;
    }

    /** Reorders whole heads of rows from Hugging Face's order to llama.cpp's. */
    static float[] toGguf(float[] rows, int headSize, int rowLength) {
        float[] out = new float[rows.length];
        for (int row = 0; row < rows.length / rowLength; row++) {
            System.arraycopy(rows, halves(row, headSize) * rowLength, out, row * rowLength, rowLength);
        }
        return out;
    }

    /** Where the interleaved row lies when the head is stored in halves. */
    private static int halves(int row, int headSize) {
        int inHead = row % headSize;
        return row - inHead + inHead % 2 * (headSize / 2) + inHead / 2;
    }
}
