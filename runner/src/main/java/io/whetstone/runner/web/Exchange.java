package io.whetstone.runner.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/** One request and its answer. What is answered is written by the connection's thread, whoever gives it. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write closes the channel, which the connection hears of
final class Exchange {
    private final Channel channel;
    private final HttpRequest request;
    private final byte @Nullable [] body;
    private final HttpHeaders answer = new DefaultHttpHeaders();
    private boolean answered;
    private boolean left;
    private @Nullable Runnable whenLeft;

    /** @param body null when it was larger than {@link Connection#LARGEST_BODY} */
    Exchange(Channel channel, HttpRequest request, byte @Nullable [] body) {
        this.channel = channel;
        this.request = request;
        this.body = body;
    }

    String method() {
        return request.method().name();
    }

    String path() {
        try {
            return new QueryStringDecoder(request.uri()).path();
        } catch (IllegalArgumentException malformed) {
            throw ApiException.unknownUrl(method(), request.uri());
        }
    }

    HttpHeaders headers() {
        return request.headers();
    }

    ObjectNode json() {
        if (body == null) {
            throw ApiException.tooLarge(Connection.LARGEST_BODY);
        }
        return Json.parse(body);
    }

    /** Adds a header to the answer to come. */
    void set(CharSequence name, String value) {
        answer.set(name, value);
    }

    void send(int status, JsonNode document) {
        answer.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
        send(status, Json.bytes(document));
    }

    void sendNothing() {
        send(HttpResponseStatus.NO_CONTENT.code(), new byte[0]);
    }

    private void send(int status, byte[] content) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status),
                Unpooled.wrappedBuffer(content),
                answer,
                EmptyHttpHeaders.INSTANCE);
        if (status != HttpResponseStatus.NO_CONTENT.code()) {
            answer.set(HttpHeaderNames.CONTENT_LENGTH, content.length);
        }
        thread().execute(() -> {
            end();
            channel.writeAndFlush(response);
        });
    }

    /** Begins an answer in pieces; the stream belongs to the connection's thread. */
    BodyStream stream(String type) {
        answer.set(HttpHeaderNames.CONTENT_TYPE, type);
        return new BodyStream(channel, answer, this::end);
    }

    /** The connection's thread. */
    EventLoop thread() {
        return channel.eventLoop();
    }

    /** Runs when the caller goes away before the answer is whole. */
    void whenLeft(Runnable action) {
        thread().execute(() -> {
            whenLeft = action;
            if (left) {
                action.run();
            }
        });
    }

    /** Breaks the connection off in the middle of an answer. */
    void abort() {
        channel.close();
    }

    boolean answered() {
        return answered;
    }

    void leave() {
        left = !answered;
        if (left && whenLeft != null) {
            whenLeft.run();
        }
    }

    private void end() {
        answered = true;
    }
}
