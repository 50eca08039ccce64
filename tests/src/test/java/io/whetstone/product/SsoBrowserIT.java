package io.whetstone.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sign-in by an issuer, and its set-up, in a real browser. */
class SsoBrowserIT {
    @SuppressWarnings("NullAway.Init")
    static SsoInstallation sso;

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
        sso = SsoInstallation.shared();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_person_signs_in_at_the_issuer_and_lands_on_the_page_they_wanted() {
        var domain = "browser.example";
        sso.create(sso.provider(Map.of("emailDomains", List.of(domain), "buttonText", "Sign in with Browser Corp")));
        var subject = sso.person("uma", domain, Map.of());
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            page.navigate(sso.product.url() + "/datasets");
            link(page, "Sign in with Browser Corp").click();
            page.getByLabel("Account").fill(subject);
            button(page, "Sign in").click();

            assertThat(page).hasURL(sso.product.url() + "/datasets");
            assertThat(page.getByText(subject)).isVisible();

            button(page, "Account of").click();
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Account"))
                    .getByText("Sign out")
                    .click();
            page.waitForURL(sso.issuer.url() + "/session/end**");
        }
    }

    @Test
    void the_providers_follow_the_domain_that_is_typed() {
        sso.create(sso.provider(Map.of("emailDomains", List.of("one.example"), "buttonText", "Sign in with One")));
        sso.create(sso.provider(Map.of("emailDomains", List.of("two.example"), "buttonText", "Sign in with Two")));
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            page.navigate(sso.product.url() + "/sign-in");
            assertThat(link(page, "Sign in with One")).isVisible();

            page.getByLabel("Email").fill("ada@two.example");

            assertThat(link(page, "Sign in with One")).isHidden();
            assertThat(link(page, "Sign in with Two")).isVisible();
        }
    }

    @Test
    void a_refusal_is_told_with_the_id_of_the_request() {
        try (var page = chromium.newPage(ColorScheme.LIGHT, 390)) {
            page.navigate(sso.product.url() + "/sign-in?sso=email_unverified&request=abc-1");

            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("has not verified your mail address");
            assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("abc-1");
        }
    }

    @Test
    void an_administrator_sets_an_issuer_up_and_sees_whether_it_works() {
        sso.create(sso.provider(Map.of()));
        try (var page = chromium.newPage(ColorScheme.LIGHT, 1440)) {
            signIn(page);
            page.navigate(sso.product.url() + "/admin/identity-providers/new?kind=oidc");
            page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Typed in");
            page.getByLabel("Text of its button").fill("Sign in with what was typed in");
            page.getByLabel("Issuer", new Page.GetByLabelOptions().setExact(true))
                    .fill(sso.issuer.url());
            page.getByLabel("Client id").fill(Issuer.CLIENT);
            page.getByLabel("Client secret").fill("wrong");
            button(page, "Check").click();
            assertThat(page.getByText("invalid_client")).isVisible();

            page.getByLabel("Client secret").fill(Issuer.SECRET);
            button(page, "Check").click();
            assertThat(page.getByText("The issuer does not accept the client")).isHidden();
            button(page, "Save").click();

            assertThat(page.getByText("/callback")).isVisible();
            assertThat(page.getByLabel("Client secret")).hasValue("");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void no_page_breaks_a_rule_of_accessibility(ColorScheme theme) {
        var mapping = Map.of("group", "staff", "role", "user");
        var provider = sso.create(sso.provider(Map.of("mappings", List.of(mapping))));
        try (var page = chromium.newPage(theme, theme == ColorScheme.DARK ? 390 : 1440)) {
            page.navigate(sso.product.url() + "/sign-in?sso=denied&request=abc-1");
            assertThat(link(page, "Sign in with the test issuer").first()).isVisible();
            check(page, theme, "sign-in");
            signIn(page);
            var list = sso.product.url() + "/admin/identity-providers";
            for (var path : List.of("", "/new?kind=oidc", "/new?kind=ldap", "/" + provider.text("id"))) {
                page.navigate(list + path);
                assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
                page.waitForTimeout(500);
                check(page, theme, "providers" + path.replaceAll("\\W", "_"));
            }
        }
    }

    private static void check(Page page, ColorScheme theme, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screenshots", theme + "_sso_" + name + ".png")));
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations).as(name + " " + violations).isEmpty();
    }

    private static void signIn(Page page) {
        sso.product.admin();
        page.navigate(sso.product.url() + "/sign-in");
        page.getByLabel("Email").fill(Product.ADMIN);
        page.getByLabel("Password").first().fill(Product.PASSWORD);
        button(page, "Sign in").click();
        page.waitForURL(sso.product.url() + "/");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static com.microsoft.playwright.Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }
}
