package no.alisplass.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** A planner's way from an empty list of scenarios to two of them beside the round. */
final class KeptScenarioWalk {
    private KeptScenarioWalk() {}

    static void keeps_scenarios_and_puts_them_side_by_side(Browser.Visitor visitor, String round) {
        String list = "/planlegger/hva-om/" + round + "/scenarioer";
        visitor.at(list).finds("no scenario kept");
        visitor.at(list + "/ny");
        visitor.page()
                .getByLabel("Navn", new Page.GetByLabelOptions().setExact(true))
                .fill("Ny avdeling");
        visitor.page()
                .locator("summary", new Page.LocatorOptions().setHasText("Ny avdeling"))
                .click();
        visitor.page().locator("#felt-added-0-name").fill("Palliativ avdeling");
        visitor.page().locator("#felt-added-0-seats").fill("mange");
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lagre og se"))
                .click();
        assertThat(visitor.page().locator(".error-summary a").first()).hasAttribute("href", "#felt-added-0-like");
        visitor.finds("a scenario with faults").picture("scenario-faults");
        visitor.page().locator("#felt-added-0-like").selectOption(new SelectOption().setIndex(1));
        visitor.page().locator("#felt-added-0-seats").fill("2");
        visitor.page().locator("input[name^=plasser_]").first().fill("3");
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lagre og se"))
                .click();
        visitor.page().waitForURL("**/sammenlign?velg=*");
        assertThat(visitor.page().locator("main")).containsText("ønsker Palliativ avdeling like mye");
        assertThat(visitor.page().locator("main")).not().containsText("d00");
        visitor.finds("a scenario beside the round").picture("scenario-compared");
        visitor.at(list).finds("one scenario kept").picture("scenario-list");
        visitor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ny avdeling"))
                .click();
        visitor.page().waitForURL("**/scenarioer/*");
        assertThat(visitor.page().locator("#felt-added-0-name")).hasValue("Palliativ avdeling");
        visitor.finds("a scenario to write").picture("scenario-write");
        visitor.page().getByLabel("Navn på kopien").fill("Kopien");
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ta en kopi"))
                .click();
        assertThat(visitor.page().locator("main")).containsText("Kopien");
        visitor.at(list);
        visitor.page().getByLabel("Velg Kopien").check();
        visitor.page().getByLabel("Velg Ny avdeling").check();
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sett side om side"))
                .click();
        assertThat(visitor.page().locator("th[scope=col]:text-is('Kopien')").first())
                .isVisible();
        visitor.finds("two scenarios beside the round").picture("scenario-two");
    }

    static void asks_the_register(Browser.Visitor visitor) {
        String list = "/planlegger/hva-om/registeret/ahus/scenarioer";
        visitor.at("/planlegger/hva-om/registeret");
        visitor.at(list).finds("no scenario of the register");
        visitor.at(list + "/ny");
        visitor.page()
                .getByLabel("Navn", new Page.GetByLabelOptions().setExact(true))
                .fill("Flere venter");
        visitor.page()
                .locator("summary", new Page.LocatorOptions().setHasText("Leger til"))
                .click();
        visitor.page().locator("#felt-more-0-share").fill("20");
        visitor.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lagre og se"))
                .click();
        visitor.page().waitForURL("**/sammenlign?velg=*");
        assertThat(visitor.page().locator("main")).containsText("nye legene er like leger som er med");
        visitor.finds("the register beside a scenario").picture("scenario-register");
    }
}
