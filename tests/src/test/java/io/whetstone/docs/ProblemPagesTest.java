package io.whetstone.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.whetstone.kernel.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {
    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_problem_has_its_page(ProblemType type) throws IOException {
        var page = Files.readString(Path.of("..", "docs", "problems", type.slug() + ".md"));

        assertThat(page)
                .startsWith("# " + type.title())
                .contains("Code `%s`, status %d.".formatted(type.name(), type.status()))
                .contains("**What to do.**");
    }
}
