package io.whetstone.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People talk to the starter model, in two browsers. */
class ConversationsBrowserIT {
    static final Pattern OPEN = Pattern.compile(".*/chat/[0-9a-f-]{36}(\\?.*)?");
    static final double PATIENCE = 60_000;

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    final Product product = Product.shared();
    final Client ada = product.person("ada");
    final Client bob = product.person("bob");

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void what_is_said_stays_and_branches() {
        new Jobs(product).starterModel();
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            enter(page, ada, "/chat");
            say(page, "What is a whetstone?");
            assertThat(page).hasURL(OPEN);
            assertThat(page.getByRole(AriaRole.HEADING, named("What is a whetstone?")))
                    .isVisible();
            page.reload();
            assertThat(question(page, "What is a whetstone?")).isVisible();
            assertThat(page.getByRole(AriaRole.LINK, named("What is a whetstone?")))
                    .hasAttribute("aria-current", "page");

            button(page, "Regenerate").click();
            answered(page);
            assertThat(page.getByText("2/2")).isVisible();
            button(page, "Branch before").click();
            assertThat(page.getByText("1/2")).isVisible();
            button(page, "Edit").click();
            page.getByLabel("Your message").fill("What is a grindstone?");
            button(page.locator("ws-chat-turn"), "Send").click();
            answered(page);
            assertThat(question(page, "What is a grindstone?")).isVisible();
            assertThat(question(page, "What is a whetstone?")).hasCount(0);
            check(page, "conversation");
        }
    }

    @Test
    void what_is_shared_to_comment_is_read_and_discussed_on_a_small_screen() {
        new Jobs(product).starterModel();
        try (var hers = chromium.newPage(ColorScheme.LIGHT, 1440);
                var his = chromium.newPage(ColorScheme.DARK, 390)) {
            enter(hers, ada, "/chat");
            say(hers, "What is a whetstone?");
            button(hers, "Share").click();
            hers.getByLabel("Email of the person").fill(bob.get("/api/me").text("email"));
            hers.getByLabel("They").selectOption("comment");
            button(hers.locator("ws-share-form"), "Share").click();
            assertThat(hers.getByLabel("What bob can do")).hasValue("comment");
            check(hers, "conversation-share");

            enter(his, bob, path(hers));
            assertThat(question(his, "What is a whetstone?")).isVisible();
            assertThat(his.getByText("Shared by ada")).isVisible();
            assertThat(message(his)).hasCount(0);
            assertThat(button(his, "Regenerate")).hasCount(0);
            check(his, "conversation-shared");
            button(his, "Comments").click();
            his.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true))
                    .fill("Both are stones.");
            his.keyboard().press("Control+Enter");
            assertThat(his.locator("ws-comment")).containsText("Both are stones.");
            check(his, "conversation-comments");
        }
    }

    @Test
    void it_is_archived_and_back_renamed_and_deleted_by_keys() {
        new Jobs(product).starterModel();
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            enter(page, ada, "/chat");
            say(page, "What is a whetstone?");
            var path = path(page);
            button(page, "Archive").click();
            assertThat(page.getByText("It is archived.")).isVisible();
            assertThat(message(page)).hasCount(0);
            button(page, "Undo").click();
            assertThat(message(page)).isVisible();

            page.getByRole(AriaRole.LINK, named("What is a whetstone?")).focus();
            page.keyboard().press("F2");
            page.getByLabel("Title").fill("Stones");
            button(page.locator("ws-rename-conversation"), "Rename").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Stones"))).isVisible();
            page.getByRole(AriaRole.LINK, named("Stones")).focus();
            page.keyboard().press("Delete");
            button(page.locator("ws-confirm"), "Delete").click();
            assertThat(page).hasURL(product.url() + "/chat");
            assertThat(page.getByText("What you talk about is kept here, for you alone."))
                    .isVisible();
            page.navigate(product.url() + path);
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("No conversation with id");
        }
    }

    @Test
    void an_answer_can_be_stopped_and_one_that_is_left_goes_on() {
        new Jobs(product).starterModel();
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            enter(page, ada, "/chat");
            send(page, RunnerIT.LONG);
            assertThat(page.locator("ws-answer-text")).containsText(Pattern.compile("\\w+ \\w+ \\w+"), patiently());
            button(page, "Stop").click();
            assertThat(page.getByText("Stopped here.")).isVisible();
            page.reload();
            assertThat(page.getByText("Stopped here.")).isVisible();

            page.locator("ws-chat-settings summary").click();
            page.getByLabel("Longest answer (tokens)").fill("60");
            send(page, "Go on.");
            assertThat(page.locator("ws-answer-text").last()).containsText(Pattern.compile("\\w"), patiently());
            var path = path(page);
            page.getByRole(AriaRole.LINK, named("Datasets")).first().click();
            assertThat(page).hasURL(product.url() + "/datasets");
            var messages = path.replace("/chat/", "/api/conversations/") + "/messages";
            Waiting.until(
                    Duration.ofMinutes(1),
                    () -> ada.get(messages),
                    read -> read.json().at("/items/3/state").asText().equals("complete"));
            page.navigate(product.url() + path);
            assertThat(question(page, "Go on.")).isVisible();
        }
    }

    private void enter(Page page, Client person, String path) {
        page.navigate(product.url() + "/sign-in");
        page.getByLabel("Email").fill(person.get("/api/me").text("email"));
        page.getByLabel("Password").first().fill(Product.PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL(product.url() + "/");
        page.navigate(product.url() + path);
    }

    private static void say(Page page, String text) {
        page.locator("ws-chat-settings summary").click();
        page.getByLabel("Longest answer (tokens)").fill("12");
        send(page, text);
        answered(page);
    }

    private static void send(Page page, String text) {
        message(page).fill(text);
        page.keyboard().press("Enter");
    }

    /** One branch of one question has its answer. */
    private static void answered(Page page) {
        assertThat(button(page, "Regenerate"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        assertThat(button(page, "Send")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
    }

    private static Locator message(Page page) {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator question(Page page, String text) {
        return page.locator("ws-chat-turn .mine", new Page.LocatorOptions().setHasText(text));
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }

    private static void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations).as(name + " " + violations).isEmpty();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
