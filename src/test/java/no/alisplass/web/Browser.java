package no.alisplass.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.alisplass.web.text.WordsTest;

/**
 * A real Chromium, one for all tests of a run. Which one: system property {@code alis.chromium}, else the variable {@code
 * ALIS_CHROMIUM}, else the first of the usual places.
 */
final class Browser {
    /** First the one without a window, which does the same with a third of the processor's time. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How many pixels, once pictures have had the time to follow the screen. */
    private static final String TOO_WIDE = """
            async () => {
                const html = document.documentElement;
                for (let frame = 0; frame < 60 && html.scrollWidth > html.clientWidth; frame++) {
                    await new Promise(requestAnimationFrame);
                }
                return html.scrollWidth - html.clientWidth;
            }""";

    private static final String AXE = AxeBuilder.getAxeScript();

    /** There are no frames, and so no need of the mode that opens a page of its own for every answer. */
    private static final String VIOLATIONS = """
            async () => {
                const found = await axe.run({ resultTypes: ['violations'] });
                return found.violations.map(rule => rule.id + ': ' + rule.help + ' '
                        + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(', '));
            }""";

    private static com.microsoft.playwright.Browser shared;

    private Browser() {}

    private static synchronized com.microsoft.playwright.Browser shared() {
        if (shared == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "browser-closer"));
        }
        return shared;
    }

    private static Path executable() {
        return Stream.concat(
                        Stream.of(
                                System.getProperty("alis.chromium", ""),
                                System.getenv().getOrDefault("ALIS_CHROMIUM", "")),
                        PLACES.stream())
                .filter(each -> !each.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "There is no Chromium at " + PLACES
                                        + ". Maybe install it (apt-get install chromium-headless-shell, or chromium), or say where it is: ALIS_CHROMIUM=/path."));
    }

    /** A visitor with no cookies, on a screen of that width; what is found is looked at on the others' too. */
    static Visitor visitor(java.net.URL site, int width, int... others) {
        return visitor(site, true, width, others);
    }

    /** As {@link #visitor}, with scripts turned off. */
    static Visitor withoutScripts(java.net.URL site, int width) {
        return visitor(site, false, width);
    }

    private static Visitor visitor(java.net.URL site, boolean scripts, int width, int... others) {
        BrowserContext context = shared().newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setBaseURL(site.toString())
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo")
                // Who scrolls smoothly is two seconds on the way to a button that is clicked where it comes to rest.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, width < 600 ? 640 : 900));
        // Patience, no bound: with the whole suite the machine is busy.
        context.setDefaultTimeout(30_000);
        return new Visitor(context, others);
    }

    /** Someone at a browser. Closing it fails when a page logged an error, such as content the policy refused. */
    static final class Visitor implements AutoCloseable {
        private final BrowserContext context;
        private final Page page;
        private final int[] others;
        private final List<String> errors = new ArrayList<>();

        /** The page a click has asked for and that has not come yet. */
        private Request coming;

        private Visitor(BrowserContext context, int... others) {
            this.context = context;
            this.others = others;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                // A page that says 403, 404, 409 or 422 is an answer, which Chromium logs as a failed load.
                if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                    errors.add(message.text());
                }
            });
            page.onPageError(errors::add);
            page.onDialog(dialog -> {
                if (dialog.type().equals("beforeunload")) {
                    dialog.accept();
                } else {
                    dialog.dismiss();
                }
            });
            page.onRequest(request -> {
                if (request.isNavigationRequest() && request.frame() == page.mainFrame()) {
                    coming = request;
                }
            });
            page.onRequestFailed(request -> coming = request == coming ? null : coming);
            page.onDownload(file -> coming = null);
            page.onLoad(loaded -> coming = null);
            page.onResponse(response -> {
                boolean document = response.request().resourceType().equals("document");
                if (response.status() >= 500 || response.status() >= 400 && !document && !isPart(response)) {
                    errors.add(response.status() + " " + response.url());
                }
            });
        }

        /** htmx gets a faulty form back as 422. */
        private static boolean isPart(com.microsoft.playwright.Response response) {
            return response.request().headers().containsKey("hx-request");
        }

        Page page() {
            return page;
        }

        BrowserContext context() {
            return context;
        }

        /** Opens the address, once what was clicked has come; the visitor may be sent elsewhere. */
        Visitor at(String path) {
            come();
            page.navigate(path);
            return this;
        }

        /** Loads the page again, once what was clicked has come. */
        Visitor reload() {
            come();
            page.reload();
            return this;
        }

        /** A click is over when the next page has begun to come: whoever leaves then leaves nobody knows which page. */
        private void come() {
            page.waitForCondition(() -> coming == null);
            page.waitForLoadState();
        }

        /** Logs in and is sent to the start page, or to where the visitor wanted to go who is at the log-in page. */
        Visitor as(String user, String password) {
            if (!page.url().contains("/logg-inn")) {
                in(user, password);
                return at("/");
            }
            page.fill("[name=j_username]", user);
            page.fill("[name=j_password]", password);
            page.click("main button[type=submit]");
            page.waitForURL(address -> !address.contains("j_security_check"));
            return this;
        }

        /** Sends what the log-in page sends, without looking at it. */
        Visitor in(String user, String password) {
            APIResponse sent = context.request()
                    .post(
                            "/j_security_check",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("j_username", user)
                                            .set("j_password", password))
                                    .setMaxRedirects(0));
            assertThat(sent.status()).as(user).isIn(302, 303);
            assertThat(sent.headers().get("location")).as(user).doesNotContain("/logg-inn");
            return this;
        }

        /**
         * Fails at any violation axe finds, and when anything is wider than the screen: this one, those of the others, a narrow
         * one (320), and one at 200 % zoom, for which a page of 1280 has 640 to lay itself out in. Fails too where the page speaks
         * of ids, or of dates and states as machines do.
         */
        Visitor finds(String state) {
            ViewportSize screen = page.viewportSize();
            axeFindsNothing(state);
            fits(state);
            TreeSet<Integer> widths = new TreeSet<>(List.of(320, 640));
            IntStream.of(others).forEach(widths::add);
            widths.remove(screen.width);
            for (int width : widths) {
                page.setViewportSize(width, screen.height);
                fits(state);
                if (IntStream.of(others).anyMatch(other -> other == width)) {
                    axeFindsNothing(state + " at " + width);
                }
            }
            page.setViewportSize(screen.width, screen.height);
            assertThat(WordsTest.UNTOLD.matcher(told()).results().map(found -> found.group()))
                    .as("what people are not told: " + state + " (" + page.url() + ")")
                    .isEmpty();
            return this;
        }

        private void fits(String state) {
            assertThat(page.evaluate(TOO_WIDE))
                    .as("pixels too wide at " + page.viewportSize().width + ": " + state + " (" + page.url() + ")")
                    .isEqualTo(0);
        }

        /** Told are only the violations: what was passed is many times as much, and is read by nobody. */
        private void axeFindsNothing(String state) {
            if (Boolean.FALSE.equals(page.evaluate("typeof axe === 'object'"))) {
                page.evaluate(AXE);
            }
            assertThat(page.evaluate(VIOLATIONS))
                    .as("axe on " + state + " (" + page.url() + ")")
                    .isEqualTo(List.of());
        }

        /** What the page says, without what is code on purpose, what is typed, and cells of someone's own file. */
        private String told() {
            return String.valueOf(page.evaluate("""
                    () => {
                        const copy = document.body.cloneNode(true);
                        copy.querySelectorAll('code, input, textarea, .preview, script').forEach(each => each.remove());
                        return copy.innerText;
                    }"""));
        }

        /** Goes there by the keyboard alone; fails when the keyboard does not reach it. */
        Visitor tabTo(String selector) {
            Locator target = page.locator(selector).first();
            for (int presses = 0; presses < 250; presses++) {
                if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) {
                    return this;
                }
                page.keyboard().press("Tab");
            }
            throw new AssertionError("The keyboard does not reach " + selector);
        }

        /** Goes there by the keyboard, and presses Enter. */
        void enter(String selector) {
            tabTo(selector);
            page.keyboard().press("Enter");
        }

        /** Goes there by the keyboard, and types. */
        void type(String selector, String text) {
            tabTo(selector);
            page.keyboard().type(text);
        }

        /** Leaves pictures of the whole page in target/screenshots, when asked for them: {@code -Dalis.pictures=true}. */
        Visitor picture(String name) {
            if (Boolean.getBoolean("alis.pictures")) {
                ViewportSize screen = page.viewportSize();
                for (int width : IntStream.concat(IntStream.of(others), IntStream.of(screen.width))
                        .toArray()) {
                    page.setViewportSize(width, screen.height);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target", "screenshots", name + "-" + width + ".png"))
                            .setFullPage(true));
                }
            }
            return this;
        }

        /** Waits until the page has fetched and drawn what it fetches and draws by itself. */
        Visitor settled() {
            if (page.locator("[hx-trigger=load]").count() > 0) {
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            // Asked again from here: the page's own policy lets nothing be asked again in it that comes as text.
            page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(
                    "[...document.querySelectorAll('[data-chart]')].every(each => each.querySelector('canvas'))")));
            return this;
        }

        @Override
        public void close() {
            context.close();
            assertThat(errors).as("errors in the browser's console").isEmpty();
        }
    }
}
