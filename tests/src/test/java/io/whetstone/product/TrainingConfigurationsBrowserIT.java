package io.whetstone.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Saved beginnings of training jobs, as somebody saves one and starts from it. */
class TrainingConfigurationsBrowserIT {
    static final Pattern JOB = Pattern.compile(".*/training/jobs/([0-9a-f-]{36})$");

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    final Product product = Product.shared();
    final Client admin = product.admin();
    final Jobs jobs = new Jobs(product);
    final String model = jobs.starterModel().path("id").asText();
    final String dataset = jobs.triage();
    final String name = "Brief " + UUID.randomUUID();

    @BeforeAll
    static void open() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void what_is_saved_in_the_form_starts_a_job_with_all_that_it_says() {
        try (var page = signedIn("/training/new")) {
            page.getByLabel("Base model").selectOption(model);
            page.getByLabel("Dataset", exactly()).selectOption(dataset);
            page.getByLabel("Maximum steps").fill("1");
            button(page, "Save as configuration").click();
            page.locator("ws-save-configuration").getByLabel("Name").fill(name);
            button(page, "Save").click();
            assertThat(page.getByText("“%s” is saved.".formatted(name))).isVisible();

            page.navigate(product.url() + "/training/configs");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start a job from " + name))
                    .click();

            assertThat(page.getByLabel("Start from a configuration").locator("option:checked"))
                    .hasText(name);
            assertThat(page.getByLabel("Maximum steps")).hasValue("1");
            var job = start(page);
            assertThat(job.text("configurationId")).isNotBlank();
            assertThat(job.text("modelId")).isEqualTo(model);
            assertThat(job.text("datasetId")).isEqualTo(dataset);
            assertThat(job.json().at("/parameters/maxSteps").asInt()).isEqualTo(1);
        }
    }

    @Test
    void one_that_is_chosen_in_the_form_comes_in_over_what_was_typed() {
        var body = Map.of(
                "name", name, "modelId", model, "datasetId", dataset, "parameters", Map.of("maxSteps", 1, "seed", 77));
        var id = admin.post(TrainingConfigurationsIT.CONFIGS, body).expect(201).text("id");
        try (var page = signedIn("/training/new")) {
            page.getByLabel("Maximum steps").fill("500");

            page.getByLabel("Start from a configuration").selectOption(id);

            assertThat(page.getByLabel("Maximum steps")).hasValue("1");
            var job = start(page);
            assertThat(job.text("configurationId")).isEqualTo(id);
            assertThat(job.json().at("/parameters/maxSteps").asInt()).isEqualTo(1);
            assertThat(job.json().at("/parameters/seed").asInt()).isEqualTo(77);
        }
    }

    /** Presses the button, and ends the job again once its page is there. */
    private Answer start(Page page) {
        button(page, "Start training").click();
        assertThat(page).hasURL(JOB);
        var address = JOB.matcher(page.url());
        assertThat(address.matches()).isTrue();
        var path = "/api/training/jobs/" + address.group(1);
        var job = admin.get(path).expect(200);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(job.text("name"));
        admin.post(path + "/cancel", "").expect(200);
        return job;
    }

    private Page signedIn(String path) {
        var page = chromium.newPage(ColorScheme.LIGHT, 1440);
        page.navigate(product.url() + path);
        page.getByLabel("Email").fill(Product.ADMIN);
        page.getByLabel("Password").first().fill(Product.PASSWORD);
        button(page, "Sign in").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("New training job")))
                .isVisible();
        return page;
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
