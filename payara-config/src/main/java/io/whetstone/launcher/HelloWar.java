package io.whetstone.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The least that JAX-RS can do on the same server, compiled on the spot: the floor to measure against. */
final class HelloWar {
    private static final String SOURCE = """
            package hello;

            import jakarta.ws.rs.ApplicationPath;
            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;
            import jakarta.ws.rs.Produces;
            import jakarta.ws.rs.core.Application;

            @ApplicationPath("/")
            public class Hello extends Application {
                @Path("hello")
                public static class Resource {
                    @GET
                    @Produces("application/json")
                    public String hello() {
                        return "{\\"hello\\":\\"world\\"}";
                    }
                }
            }
            """;

    private HelloWar() {}

    /** @param runtime the unpacked libraries of the server, to compile against */
    static Path write(Path folder, Path runtime) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new Refusal("bench http compiles a small application: it needs a JDK, not only a runtime.");
        }
        var classes = Files.createDirectories(folder.resolve("WEB-INF/classes"));
        var messages = new StringWriter();
        var options = List.of("-d", classes.toString(), "-cp", classPath(runtime), "-proc:none");
        boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(source()))
                .call();
        if (!compiled) {
            throw new Refusal("The application to compare with does not compile:\n" + messages);
        }
        return folder;
    }

    private static String classPath(Path runtime) throws IOException {
        try (var files = Files.walk(runtime)) {
            return files.filter(
                            file -> file.getFileName().toString().matches("jakarta\\.ws\\.rs.*\\.jar|.*rs-api.*\\.jar"))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
    }

    private static JavaFileObject source() {
        return new SimpleJavaFileObject(URI.create("string:///hello/Hello.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return SOURCE;
            }
        };
    }
}
