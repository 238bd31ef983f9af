package no.alisplass.web.planner;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import no.alisplass.allocation.FrozenRounds;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.Result;
import no.alisplass.domain.RoundId;
import no.alisplass.report.Report;
import no.alisplass.report.ReportDesk;
import no.alisplass.report.ReportWords;
import no.alisplass.report.StepReport;
import no.alisplass.round.Round;
import no.alisplass.round.Rounds;
import no.alisplass.scenario.SeatChange;
import no.alisplass.scenario.count.SeatSteps;
import no.alisplass.snapshot.Snapshot;
import no.alisplass.web.shell.Form;
import no.alisplass.web.shell.Pages;
import no.alisplass.web.text.Language;
import no.alisplass.web.text.Names;

/** What the planner's pages about one round ask. */
@RequestScoped
class WhatIfDesk {
    private final Rounds rounds;
    private final FrozenRounds frozen;
    private final SeatSteps steps;
    private final ReportDesk reports;

    WhatIfDesk(Rounds rounds, FrozenRounds frozen, SeatSteps steps, ReportDesk reports) {
        this.rounds = rounds;
        this.frozen = frozen;
        this.steps = steps;
        this.reports = reports;
    }

    /**
     * @param problemHash of the snapshot's problem
     * @param setAside whose outcome is settled by hand in a way that has no room in the round as it is
     */
    record Asked(Round round, Snapshot snapshot, String problemHash, List<DoctorId> setAside, ReportWords words) {
        Names names() {
            return new Names(words.hospital(), words.areas());
        }
    }

    /** A round that is closed or approved; for another the page that says why not. */
    Asked asked(RoundId id) {
        Round round = Pages.of(rounds.read(id));
        FrozenRounds.Asked asked = Pages.of(frozen.asked(id));
        return new Asked(
                round,
                asked.snapshot(),
                asked.problemHash(),
                asked.setAside(),
                reports.words(Language.current().locale(), round.hospital()));
    }

    /** The numbers an address asks about. */
    SeatForm form(Asked asked, UriInfo address) {
        return form(asked, address, false);
    }

    /** @param steps whether the button that was pressed steps one of them */
    SeatForm form(Asked asked, UriInfo address, boolean steps) {
        return new SeatForm(this.steps.places(asked.snapshot()), Form.of(address.getQueryParameters()), steps);
    }

    Result<Report> report(Asked asked, List<SeatChange> changes) {
        return steps.step(asked.snapshot(), asked.setAside().size(), changes)
                .map(step -> StepReport.of(
                        step,
                        steps.places(asked.snapshot()),
                        changes,
                        asked.round().title(),
                        asked.words()));
    }

    /** All whose outcome is settled by hand in a way that has no room. */
    static List<DoctorId> setAside(Asked asked, List<DoctorId> more) {
        List<DoctorId> all = new ArrayList<>(asked.setAside());
        all.addAll(more);
        return all;
    }
}
