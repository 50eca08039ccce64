package io.whetstone.outbound.service.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;

/** A server that answers byte for byte what a test writes, one connection a request unless the test keeps it open. */
final class RawServer implements AutoCloseable {
    /** Answers the request that the socket brought; the head has been read. */
    interface Handler {
        void answer(List<String> head, Socket socket, OutputStream out) throws Exception;
    }

    private final ServerSocket server;
    private final Handler handler;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    final List<List<String>> requests = Collections.synchronizedList(new ArrayList<>());

    RawServer(Handler handler) throws IOException {
        this("127.0.0.1", handler);
    }

    RawServer(String address, Handler handler) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName(address)), handler);
    }

    RawServer(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
        threads.execute(this::accept);
    }

    static Handler saying(String head, String body) {
        return (request, socket, out) -> out.write(text(head, body));
    }

    static byte[] text(String head, String body) {
        return "HTTP/1.1 %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(head, body.length(), body)
                .getBytes(ISO_8859_1);
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String host) {
        return "http://%s:%d/".formatted(host, port());
    }

    String header(int request, String name) {
        return requests.get(request).stream()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                        .startsWith(name.toLowerCase(java.util.Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            var head = new ArrayList<String>();
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            requests.add(head);
            var out = socket.getOutputStream();
            handler.answer(head, socket, out);
            out.flush();
        } catch (SocketException | SSLException | InterruptedException expected) {
            open.remove(socket);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        } finally {
            open.remove(socket);
        }
    }
}
