package io.whetstone.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sharing, teams and keys as people see them: each in a browser of their own. */
class SharingBrowserIT {
    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    final Product product = Product.shared();
    final Client ada = product.person("Ada");
    final Client bob = product.person("Bob");

    @BeforeAll
    static void start() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void what_ada_shares_is_seen_by_bob_and_by_no_outsider() {
        var path = "/datasets/" + dataset();
        try (var hers = chromium.newContext();
                var his = chromium.newContext();
                var outside = chromium.newContext()) {
            var page = open(hers, ada, path);
            button(page, "Share").click();
            page.getByLabel("Email of the person").fill(email(bob));
            page.getByLabel("They").selectOption("view");
            button(page.locator("ws-share-form"), "Share").click();
            assertThat(page.getByLabel("What Bob can do")).hasValue("view");

            var seen = open(his, bob, "/shared");
            seen.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Support triage"))
                    .click();
            assertThat(seen).hasURL(product.url() + path);
            assertThat(seen.getByText("Shared by Ada")).isVisible();
            assertThat(button(seen, "Download")).isVisible();
            assertThat(button(seen, "Delete")).hasCount(0);
            assertThat(button(seen, "Share")).hasCount(0);

            var refused = open(outside, product.person("Eve"), path);
            assertThat(refused.getByRole(AriaRole.ALERT)).containsText("No dataset with id");
        }
    }

    @Test
    void an_invitation_is_accepted_in_another_browser() {
        var team =
                ada.post("/api/workspaces", Map.of("name", "Guild")).expect(201).text("id");
        try (var hers = chromium.newContext();
                var his = chromium.newContext()) {
            var page = open(hers, ada, "/workspace?tab=invitations&workspace=" + team);
            page.getByLabel("Email", new Page.GetByLabelOptions().setExact(true))
                    .fill(email(bob));
            page.getByLabel("Role").selectOption("viewer");
            button(page, "Invite").click();
            assertThat(cell(page, email(bob))).isVisible();

            var invited = open(his, bob, "/");
            invited.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Answer"))
                    .click();
            button(invited, "Accept the invitation to Guild").click();
            button(invited, "Open the workspace").click();

            assertThat(invited.getByText("You are a viewer of this workspace")).isVisible();
            invited.navigate(product.url() + "/datasets");
            assertThat(invited.getByText("No datasets yet")).isVisible();
            assertThat(button(invited, "Upload dataset")).hasCount(0);
            invited.navigate(product.url() + "/workspace");
            assertThat(button(invited, "Rename")).hasCount(0);
        }
    }

    @Test
    void a_key_is_shown_once_and_then_only_by_its_ends() {
        try (var hers = chromium.newContext()) {
            var page = open(hers, ada, "/settings/api-keys");
            button(page, "Create API key").first().click();
            page.getByLabel("Name").fill("nightly");
            button(page, "Create key").click();
            var text = page.getByLabel("Key", new Page.GetByLabelOptions().setExact(true))
                    .innerText();
            button(page, "Done").click();

            assertThat(cell(page, text.substring(0, 8) + "…" + text.substring(text.length() - 4)))
                    .isVisible();
            product.anonymous().with(text).get("/api/datasets").expect(200);
            button(page, "Revoke nightly").click();
            button(page, "Revoke key").click();

            assertThat(page.getByText("Revoked", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            Waiting.pause(Duration.ofMillis(1100));
            product.anonymous().with(text).get("/api/datasets").expect(401);
        }
    }

    private String dataset() {
        var id = ada.post("/api/datasets/examples/support-triage", "")
                .expect(201)
                .text("id");
        Waiting.until(
                Duration.ofSeconds(30),
                () -> ada.get("/api/datasets/" + id),
                answer -> answer.text("status").equals("ready"));
        return id;
    }

    /** Signs in on the way to a page. */
    private Page open(BrowserContext context, Client person, String path) {
        var page = context.newPage();
        page.navigate(product.url() + path);
        page.getByLabel("Email").fill(email(person));
        page.getByLabel("Password").first().fill(Product.PASSWORD);
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.HEADING).first()).not().containsText("Sign in");
        return page;
    }

    private static Locator cell(Page page, String name) {
        return page.getByRole(
                AriaRole.CELL, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String email(Client client) {
        return client.get("/api/me").text("email");
    }
}
