package io.whetstone.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many requests at once: they do not change each other's answers, wait in line, and leave when nobody listens. */
class CompanyTest {
    private static final String TEXT = "/v1/completions";
    private static final int MANY = 16;

    @TempDir
    Path folder;

    @Test
    void sixteen_answers_together_are_the_answers_alone() throws Exception {
        try (var runner = Runner.tiny(folder, "--context", "512", "--parallel", "16", "--cache-type", "f32")) {
            var alone = new ArrayList<String>();
            for (int i = 0; i < MANY; i++) {
                alone.add(text(runner, i));
            }

            assertThat(together(runner)).isEqualTo(alone);
            assertThat(alone).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_full_queue_refuses_and_says_when_to_come_back() throws Exception {
        try (var runner = Runner.tiny(folder, "--context", "8192", "--parallel", "1", "--queue", "1");
                var running = runner.open(TEXT, endless(true)).body()) {
            await(runner, metrics -> metrics.get("running").asInt() == 1);
            try (var waiting = runner.open(TEXT, endless(true)).body()) {
                await(runner, metrics -> metrics.get("waiting").asInt() == 1);
                var refused = runner.post(TEXT, endless(false));

                assertThat(refused.statusCode()).isEqualTo(429);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.body()).contains("rate_limit_exceeded");
                assertThat(waiting.available()).isNotNegative();
            }
            await(runner, metrics -> metrics.get("waiting").asInt() == 0);
            assertThat(running.read()).isNotNegative();
        }
    }

    @Test
    void a_reader_who_leaves_a_stream_frees_its_place() throws Exception {
        try (var runner = Runner.tiny(folder, "--context", "8192", "--parallel", "1")) {
            var stream = runner.open(TEXT, endless(true)).body();
            assertThat(stream.read()).isNotNegative();
            stream.close();

            await(runner, metrics -> metrics.get("cancelled").asInt() == 1);
            assertThat(text(runner, 1)).isNotEmpty();
        }
    }

    @Test
    void a_caller_who_leaves_before_a_whole_answer_frees_its_place() throws Exception {
        try (var runner = Runner.tiny(folder, "--context", "8192", "--parallel", "1")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), runner.port())) {
                var body = endless(false);
                var request =
                        "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(TEXT, Runner.TOKEN, body.length(), body);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                await(runner, metrics -> metrics.get("running").asInt() == 1);
            }

            await(runner, metrics -> metrics.get("cancelled").asInt() == 1);
        }
    }

    private static List<String> together(Runner runner) throws Exception {
        var threads = Executors.newFixedThreadPool(MANY);
        try {
            var answers = new ArrayList<CompletableFuture<String>>();
            for (int i = 0; i < MANY; i++) {
                int number = i;
                answers.add(CompletableFuture.supplyAsync(() -> textOf(runner, number), threads));
            }
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String textOf(Runner runner, int number) {
        try {
            return text(runner, number);
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String text(Runner runner, int number) throws IOException, InterruptedException {
        var prompt = "Question %d. ".formatted(number).repeat(1 + number);
        var answer = runner.json(TEXT, body(prompt, "\"temperature\":0,\"max_tokens\":60"));
        return answer.at("/choices/0/text").asText();
    }

    private static String endless(boolean stream) {
        return body("Hello", "\"max_tokens\":8000,\"stream\":" + stream);
    }

    private static String body(String prompt, String more) {
        var body = "{\"model\":\"tiny\",\"prompt\":\"%s\",%s,%s}";
        return body.formatted(prompt, more, TinyModel.NEVER_ENDING);
    }

    private static void await(Runner runner, Predicate<JsonNode> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.test(runner.metrics())) {
            assertThat(System.nanoTime()).as("waiting for " + runner.metrics()).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
