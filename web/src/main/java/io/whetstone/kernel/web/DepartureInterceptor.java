package io.whetstone.kernel.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Tells a client that leaves before the end of its answer from an answer that fails. Whoever writes learns of the first
 * by a failure and ends; to the operator it is no news.
 */
@Provider
public class DepartureInterceptor implements WriterInterceptor {
    private static final Logger LOGGER = System.getLogger(DepartureInterceptor.class.getName());

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        var client = new ToClient(context.getOutputStream());
        context.setOutputStream(client);
        try {
            context.proceed();
        } catch (DepartedException gone) {
            LOGGER.log(Level.DEBUG, "request.client_left", gone);
        } finally {
            client.written = true;
        }
    }

    /** The client is not there any more. */
    static final class DepartedException extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;

        DepartedException(IOException cause) {
            super(cause);
        }
    }

    /** One thing that is done to the client's stream. */
    private interface Output {
        void put() throws IOException;
    }

    /** While it is written, a break is told to the writer; what Jersey flushes and closes after it concerns nobody. */
    private static final class ToClient extends FilterOutputStream {
        private boolean written;

        ToClient(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            attempt(() -> out.write(one));
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            attempt(() -> out.write(bytes, from, count));
        }

        @Override
        public void flush() throws IOException {
            attempt(out::flush);
        }

        @Override
        public void close() throws IOException {
            attempt(out::close);
        }

        private void attempt(Output output) throws DepartedException {
            try {
                output.put();
            } catch (IOException broken) {
                if (!written) {
                    throw new DepartedException(broken);
                }
            }
        }
    }
}
