package io.whetstone.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts as people meet them: in a browser, on the running product. */
class AccountsBrowserIT {
    static final String GOOD = "mellow-otter-fjord-42";

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    final Product product = Product.shared();

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
    void the_first_sign_in_asks_for_a_new_password() {
        var email = "first-" + UUID.randomUUID() + "@example.org";
        var created = product.admin()
                .post("/api/users", Map.of("email", email, "displayName", "First", "role", "user"))
                .expect(201);
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page, email, created.text("oneTimePassword"));

            assertThat(heading(page, "Choose your own password")).isVisible();
            page.getByLabel("Current password").fill(created.text("oneTimePassword"));
            page.getByLabel("New password", exact()).fill("password1234");
            page.getByLabel("New password again").fill("password1234");
            button(page, "Save password").click();
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("easy to guess");
            page.getByLabel("New password", exact()).fill(GOOD);
            page.getByLabel("New password again").fill(GOOD);
            check(page, "password");
            button(page, "Save password").click();

            page.waitForURL(product.url() + "/");
        }
    }

    @Test
    void a_second_factor_is_set_up_and_asked_for() {
        var person = Person.make(product, "factor");
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page, person.email(), Product.PASSWORD);
            page.waitForURL(product.url() + "/");
            page.navigate(product.url() + "/profile");
            var factor = page.locator("ws-second-factor");
            factor.getByLabel("Your password").fill(Product.PASSWORD);
            factor.getByText("Set up an authenticator app").click();
            assertThat(factor.getByRole(AriaRole.IMG)).isVisible();
            var secret = factor.locator("#key").innerText().replace(" ", "");
            check(page, "enrol");
            factor.getByLabel("Code that the app shows").fill(Totp.code(secret, 0));
            factor.getByText("Confirm").click();
            assertThat(factor.locator("#recovery-codes li")).hasCount(10);
            factor.getByText("I have kept them").click();
            assertThat(factor.getByText("10 of your recovery codes")).isVisible();
            check(page, "profile");

            signInAgain(person, Totp.code(secret, 1));
        }
    }

    private void signInAgain(Person person, String code) {
        try (var page = chromium.newPage(ColorScheme.DARK, 390)) {
            signIn(page, person.email(), Product.PASSWORD);
            assertThat(heading(page, "Enter your code")).isVisible();
            check(page, "code");
            page.getByLabel("Code").fill("000000");
            button(page, "Continue").click();
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("wrong");
            page.getByLabel("Code").fill(code);
            button(page, "Continue").click();
            page.waitForURL(product.url() + "/");
        }
    }

    @Test
    void an_invitation_is_accepted_in_another_browser() {
        product.admin();
        var email = "guest-" + UUID.randomUUID() + "@example.org";
        String link;
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page, Product.ADMIN, Product.PASSWORD);
            page.waitForURL(product.url() + "/");
            page.navigate(product.url() + "/admin/users");
            button(page, "Add user").first().click();
            page.getByLabel("Name").last().fill("Guest");
            page.getByLabel("Email").last().fill(email);
            page.locator("ws-create-user button.primary").click();
            assertThat(page.getByText("Hand this link over")).isVisible();
            link = page.locator("output").innerText().strip();
        }
        try (var page = chromium.newPage(ColorScheme.DARK, 390)) {
            page.navigate(link.replaceFirst("^https?://[^/]+", product.url()));
            assertThat(page.getByText(email)).isVisible();
            check(page, "invitation");
            page.getByLabel("New password").fill(GOOD);
            button(page, "Open account").click();
            page.waitForURL(product.url() + "/");

            page.navigate(link.replaceFirst("^https?://[^/]+", product.url()));
            assertThat(page.getByText("used, replaced or has expired").first()).isVisible();
        }
    }

    @Test
    void a_password_field_hides_what_is_typed_and_lets_managers_fill_it() {
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            page.navigate(product.url() + "/sign-in");
            var field = page.getByLabel("Password").first();

            assertThat(field).hasAttribute("type", "password");
            assertThat(field).hasAttribute("autocomplete", "current-password");
            field.focus();
            page.keyboard().insertText("pasted at once");
            assertThat(field).hasValue("pasted at once");
        }
    }

    @Test
    void signing_out_is_in_sight_and_leaves_nothing_of_the_person_behind() {
        var person = Person.make(product, "leaver");
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page, person.email(), Product.PASSWORD);
            page.waitForURL(product.url() + "/");
            page.evaluate("localStorage.setItem('whetstone.chat.system', 'Our secret plans')");
            page.evaluate("localStorage.setItem('whetstone.theme', 'dark')");
            page.locator("button.person").click();
            assertThat(button(page, "Sign out")).isInViewport();

            button(page, "Sign out").click();
            assertThat(button(page, "Sign in").first()).isVisible();

            assertThat((String) page.evaluate("JSON.stringify(localStorage)"))
                    .isEqualTo("{\"whetstone.theme\":\"dark\"}");
            assertThat(page.context().cookies()).isEmpty();
            page.navigate(product.url() + "/profile");
            assertThat(button(page, "Sign in").first()).isVisible();
        }
    }

    private void signIn(Page page, String email, String password) {
        page.navigate(product.url() + "/sign-in");
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").first().fill(password);
        button(page, "Sign in").click();
    }

    private static void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations).as(name + " " + violations).isEmpty();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
