package io.whetstone.outbound.service.internal;

import io.whetstone.outbound.service.OutboundFailure;
import io.whetstone.outbound.service.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Turns what the transport throws into what callers can understand. */
final class Causes {
    private Causes() {}

    /**
     * @param ended why the request was ended on purpose; null when it was not
     * @param host named in the message
     */
    static OutboundFailure explain(IOException failure, @Nullable Outcome ended, String host) {
        if (failure instanceof OutboundFailure known) {
            return known;
        }
        var outcome = ended == null ? outcome(failure) : ended;
        return new OutboundFailure(outcome, message(outcome, host), failure);
    }

    /** Whether no connection came about, so that another address may be tried without sending anything twice. */
    static boolean isUnconnected(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof ConnectTimeoutException;
    }

    static String message(Outcome outcome, String host) {
        return switch (outcome) {
            case UNREACHABLE -> host + " cannot be reached";
            case TIMED_OUT -> host + " took too long";
            case CUT -> host + " ended the connection before its answer was complete";
            case TOO_LARGE -> host + " answered with more than is allowed";
            case WRONG_TYPE -> host + " answered with a content type that is not allowed";
            case BAD_ANSWER -> host + " did not answer as expected, or its certificate is not right";
            case CIRCUIT_OPEN -> host + " failed several times and is left alone for a while";
            case BUSY -> "Too many requests are on their way to " + host;
            case CANCELLED -> "The request to %s was cancelled".formatted(host);
            case REDIRECTED -> host + " redirects too often";
            case REFUSED -> host + " may not be asked";
            case ANSWERED, CLIENT_ERROR, SERVER_ERROR -> host + " answered";
        };
    }

    private static Outcome outcome(IOException failure) {
        if (failure instanceof ConnectionRequestTimeoutException) {
            return Outcome.BUSY;
        }
        if (failure instanceof SocketTimeoutException) {
            return Outcome.TIMED_OUT;
        }
        if (failure instanceof UnknownHostException || isUnconnected(failure)) {
            return Outcome.UNREACHABLE;
        }
        if (failure instanceof SSLException
                || failure instanceof ZipException
                || failure instanceof ClientProtocolException) {
            return Outcome.BAD_ANSWER;
        }
        return isCut(failure) ? Outcome.CUT : Outcome.BAD_ANSWER;
    }

    private static boolean isCut(IOException failure) {
        return failure instanceof SocketException
                || failure instanceof EOFException
                || failure instanceof NoHttpResponseException
                || failure instanceof ConnectionClosedException
                || failure instanceof TruncatedChunkException;
    }
}
