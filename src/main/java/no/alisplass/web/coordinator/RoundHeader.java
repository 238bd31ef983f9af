package no.alisplass.web.coordinator;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.round.Round;
import no.alisplass.round.RoundState;
import no.alisplass.web.shell.Link;
import no.alisplass.web.text.Texts;

/**
 * What stands above every page of a round: which one it is, how far it has come, and the way to its other pages.
 *
 * @param badge the kind of badge its state is shown as
 * @param tabs the pages of the round there is something on
 */
@TemplateData
public record RoundHeader(String id, String title, String stateKey, String badge, List<Link> tabs) {

    /** @param here the part of the address after the round's, empty for its first page */
    public static RoundHeader of(Round round, String here) {
        String base = base(round.id().value());
        List<Link> tabs = new ArrayList<>();
        tab(tabs, "round-tab-overview", base, "", here);
        if (round.state() != RoundState.DRAFT) {
            tab(tabs, "round-tab-lists", base, "/ventelister", here);
        }
        if (round.state() == RoundState.CLOSED || round.state() == RoundState.APPROVED) {
            tab(tabs, "round-tab-ranking", base, "/rangering", here);
            tab(tabs, "round-tab-runs", base, "/kjoringer", here);
            tab(tabs, "round-tab-pins", base, "/handsatt", here);
        }
        if (round.state() == RoundState.APPROVED) {
            tab(tabs, "round-tab-offers", base, "/tilbud", here);
        }
        return new RoundHeader(
                round.id().value(), round.title(), "round-state-" + round.state(), badge(round.state()), tabs);
    }

    private static void tab(List<Link> tabs, String key, String base, String path, String here) {
        tabs.add(new Link(Texts.of(key), base + path, path.equals(here)));
    }

    private static String badge(RoundState state) {
        return switch (state) {
            case DRAFT -> "neutral";
            case OPEN -> "info";
            case CLOSED -> "warning";
            case APPROVED -> "success";
        };
    }

    public static String base(String id) {
        return "/koordinator/runder/" + id;
    }

    public String base() {
        return base(id);
    }

    /** The way back, for the breadcrumb. */
    public List<Link> trail() {
        return List.of(Link.to(title, base()));
    }
}
