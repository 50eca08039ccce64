package io.whetstone.product;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the tests; without one they are skipped. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update")));
    }

    static Chromium open() {
        assumeTrue(Files.isExecutable(PROGRAM), "No " + PROGRAM + ": the browser tests are skipped");
        return new Chromium(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A page with cookies of its own. */
    Page newPage(ColorScheme theme, int width) {
        return browser.newPage(
                new Browser.NewPageOptions().setColorScheme(theme).setViewportSize(width, 900));
    }

    /** A browser of its own for somebody. */
    BrowserContext newContext() {
        return browser.newContext();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
