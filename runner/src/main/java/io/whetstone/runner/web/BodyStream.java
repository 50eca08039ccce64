package io.whetstone.runner.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/**
 * A body that grows, in chunks. Belongs to the connection's thread.
 *
 * <p>What a slow reader has not taken yet waits here as bytes, never more than the answer.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, which the connection hears of
final class BodyStream {
    private final Channel channel;
    private final Runnable end;
    private ByteBuf pending;

    BodyStream(Channel channel, HttpHeaders headers, Runnable end) {
        this.channel = channel;
        this.end = end;
        this.pending = Unpooled.buffer();
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, headers);
        HttpUtil.setTransferEncodingChunked(head, true);
        channel.write(head);
    }

    void write(byte[] bytes) {
        pending.writeBytes(bytes);
    }

    /** Sends what was written, unless the reader is behind. */
    void flush() {
        if (channel.isWritable() && pending.isReadable()) {
            channel.writeAndFlush(new DefaultHttpContent(pending));
            pending = Unpooled.buffer();
        }
    }

    void close() {
        end.run();
        channel.writeAndFlush(new DefaultLastHttpContent(pending));
    }
}
