package io.whetstone.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The web app in a real browser, on the running product. */
class BrowserIT {
    static final List<String> PAGES = List.of(
            "/",
            "/datasets",
            "/training",
            "/training/new",
            "/training/configs",
            "/models",
            "/shared",
            "/workspace",
            "/workspace?tab=members",
            "/invitations",
            "/settings/api-keys",
            "/chat",
            "/admin/users",
            "/admin/identity-providers",
            "/admin/system",
            "/settings/secrets",
            "/settings/secrets/workspace",
            "/admin/outbound",
            "/admin/audit",
            "/admin/settings",
            "/admin/flags",
            "/admin/workspaces",
            "/settings/preferences",
            "/workspace?tab=settings",
            "/profile",
            "/password",
            "/api-reference",
            "/activity",
            "/notifications");

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

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
    void a_person_signs_in_and_finds_the_first_steps() {
        Product.shared().admin();
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page);

            assertThat(page.getByText("A base model").first()).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Datasets"))
                    .first()
                    .click();
            assertThat(page).hasURL(Product.shared().url() + "/datasets");
        }
    }

    @Test
    void a_wrong_password_is_told_and_changes_nothing() {
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            fill(page, "not the password");

            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("wrong");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void no_page_breaks_a_rule_of_accessibility(ColorScheme theme) {
        Product.shared().admin();
        try (var page = chromium.newPage(theme, theme == ColorScheme.DARK ? 390 : 1440)) {
            var errors = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("401")) {
                    errors.add(message.text());
                }
            });
            signIn(page);
            for (var path : PAGES) {
                page.navigate(Product.shared().url() + path);
                assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
                page.waitForTimeout(500);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", theme + path.replaceAll("\\W", "_") + ".png")));
                var violations = new AxeBuilder(page).analyze().getViolations();
                assertThat(violations).as(path + " " + violations).isEmpty();
            }
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void a_size_of_the_text_holds_at_once_and_after_a_reload() {
        Product.shared().admin();
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page);
            page.navigate(Product.shared().url() + "/settings/preferences");
            page.getByLabel("Font size").fill("20");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            var root = page.locator("html");

            assertThat(root).hasCSS("font-size", "20px");
            page.reload();
            assertThat(root).hasCSS("font-size", "20px");

            page.getByLabel("Font size").fill("16");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();
            assertThat(root).hasCSS("font-size", "16px");
        }
    }

    @Test
    void the_old_address_of_the_settings_of_a_workspace_leads_to_its_page() {
        Product.shared().admin();
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page);
            page.navigate(Product.shared().url() + "/settings/workspace");

            assertThat(page).hasURL(Product.shared().url() + "/workspace?tab=settings");
            assertThat(page.getByLabel("Audit retention days")).isVisible();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Members"))
                    .press("Enter");
            assertThat(page).hasURL(Product.shared().url() + "/workspace?tab=members");
        }
    }

    private static void signIn(Page page) {
        fill(page, Product.PASSWORD);
        page.waitForURL(Product.shared().url() + "/");
    }

    private static void fill(Page page, String password) {
        page.navigate(Product.shared().url() + "/sign-in");
        page.getByLabel("Email").fill(Product.ADMIN);
        page.getByLabel("Password").first().fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }
}
