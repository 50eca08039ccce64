package io.whetstone.product;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The first message of a client that speaks a version of TLS at most, old ones too, which this Java no longer says. It
 * offers suites of then and of today.
 */
final class ClientHello {
    private static final int[] SUITES = {0xc02b, 0xc02f, 0xc013, 0xc014, 0xc009, 0xc00a, 0x002f, 0x0035};
    private static final int[] CURVES = {23, 24, 25};
    private static final int[] SIGNATURES = {0x0403, 0x0401, 0x0203, 0x0201};

    private ClientHello() {}

    /** @param minor 1 for TLS 1.0, 2 for TLS 1.1, 3 for TLS 1.2 */
    static byte[] of(int minor) throws IOException {
        var hello = new ByteArrayOutputStream();
        var out = new DataOutputStream(hello);
        out.writeByte(3);
        out.writeByte(minor);
        out.write(new byte[32]);
        out.writeByte(0);
        out.writeShort(2 * SUITES.length);
        for (var suite : SUITES) {
            out.writeShort(suite);
        }
        out.writeShort(0x0100);
        out.writeShort(2 * (4 + 2) + 2 * CURVES.length + 2 * SIGNATURES.length);
        extension(out, 10, CURVES);
        extension(out, 13, SIGNATURES);
        return framed(hello.toByteArray());
    }

    private static void extension(DataOutputStream out, int kind, int[] values) throws IOException {
        out.writeShort(kind);
        out.writeShort(2 + 2 * values.length);
        out.writeShort(2 * values.length);
        for (var value : values) {
            out.writeShort(value);
        }
    }

    private static byte[] framed(byte[] hello) throws IOException {
        var record = new ByteArrayOutputStream();
        var out = new DataOutputStream(record);
        out.writeByte(22);
        out.writeShort(0x0301);
        out.writeShort(4 + hello.length);
        out.writeByte(1);
        out.writeByte(0);
        out.writeShort(hello.length);
        out.write(hello);
        return record.toByteArray();
    }
}
