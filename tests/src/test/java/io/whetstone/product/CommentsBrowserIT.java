package io.whetstone.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People talk about a dataset, in two browsers. */
class CommentsBrowserIT {
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
    void what_one_says_the_other_is_told_sees_and_answers() {
        var dataset = sharedDataset();
        try (var hers = chromium.newPage(ColorScheme.LIGHT, 1440);
                var his = chromium.newPage(ColorScheme.DARK, 390)) {
            signIn(hers, ada);
            signIn(his, bob);
            hers.navigate(product.url() + "/datasets/" + dataset);
            hers.getByRole(AriaRole.LINK, named("Comments")).click();

            hers.getByLabel("Comment", new Page.GetByLabelOptions().setExact(true))
                    .pressSequentially("Look @bo");
            assertThat(hers.locator("ws-comment-composer [role=option]")).hasText(new String[] {"bob"});
            hers.keyboard().press("Enter");
            hers.keyboard().type("<img src=x onerror=\"document.title='broken'\">");
            hers.keyboard().press("Control+Enter");
            assertThat(comment(hers, "ada")).containsText("<img src=x");
            assertThat(hers.locator("ws-comments img")).hasCount(0);
            assertThat(hers).hasTitle("Support triage · Whetstone");
            check(hers, "comments");

            his.getByRole(AriaRole.BUTTON, named("Notifications, 2 unread")).click();
            check(his, "bell");
            his.getByRole(AriaRole.LINK, named("Unread: ada mentioned you")).click();
            assertThat(comment(his, "ada")).containsText("@bob");
            react(his);
            check(his, "comments-narrow");

            assertThat(hers.getByRole(AriaRole.BUTTON, named("Rocket, 1: bob"))).isVisible();
        }
    }

    @Test
    void a_deleted_comment_can_be_had_back() {
        var dataset = sharedDataset();
        ada.post("/api/comments", Map.of("resourceType", "dataset", "resourceId", dataset, "text", "a slip"))
                .expect(201);
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page, ada);
            page.navigate(product.url() + "/datasets/" + dataset + "?tab=comments");

            page.locator("ws-comment").getByText("Delete").click();
            assertThat(page.locator("ws-comment")).hasCount(0);
            page.getByRole(AriaRole.BUTTON, named("Undo")).click();

            assertThat(comment(page, "ada")).containsText("a slip");
        }
    }

    @Test
    void the_pages_of_notifications_and_activity_are_for_everybody() {
        sharedDataset();
        try (var his = chromium.newPage(ColorScheme.DARK, 390);
                var hers = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(his, bob);
            his.navigate(product.url() + "/notifications");
            assertThat(his.getByText("ada shared the dataset “Support triage” with you"))
                    .isVisible();
            check(his, "notifications");
            signIn(hers, ada);
            hers.navigate(product.url() + "/activity");
            assertThat(hers.getByText("shared the dataset").first()).isVisible();
            check(hers, "activity");
        }
    }

    private String sharedDataset() {
        var dataset = ada.post("/api/datasets/examples/support-triage", "")
                .expect(201)
                .text("id");
        Waiting.until(
                Duration.ofSeconds(30),
                () -> ada.get("/api/datasets/" + dataset),
                answer -> answer.text("status").equals("ready"));
        var share = Map.of("resourceType", "dataset", "resourceId", dataset, "email", email(bob), "level", "comment");
        ada.post("/api/shares", share).expect(201);
        return dataset;
    }

    private static void react(Page page) {
        page.getByRole(AriaRole.BUTTON, named("React")).click();
        page.getByRole(AriaRole.BUTTON, named("Rocket")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, named("Rocket, 1: bob"))).isVisible();
    }

    private static Locator comment(Page page, String author) {
        return page.getByRole(AriaRole.ARTICLE, named("Comment of " + author)).first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private void signIn(Page page, Client person) {
        page.navigate(product.url() + "/sign-in");
        page.getByLabel("Email").fill(email(person));
        page.getByLabel("Password").first().fill(Product.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).first().click();
        page.waitForURL(product.url() + "/");
    }

    private static String email(Client client) {
        return client.get("/api/me").text("email");
    }

    private static void check(Page page, String name) {
        page.waitForTimeout(500);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", "talk-" + name + ".png")));
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations).as(name + " " + violations).isEmpty();
    }
}
