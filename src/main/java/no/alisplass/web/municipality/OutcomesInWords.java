package no.alisplass.web.municipality;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.alisplass.allocation.SolvedRun;
import no.alisplass.capacity.Hospital;
import no.alisplass.domain.HprNumber;
import no.alisplass.explanation.Audience;
import no.alisplass.explanation.ExplanationWriter;
import no.alisplass.explanation.Explanations;
import no.alisplass.explanation.Reasons;
import no.alisplass.explanation.Told;
import no.alisplass.problem.Stay;
import no.alisplass.snapshot.IneligibleDoctor;
import no.alisplass.snapshot.Roster;
import no.alisplass.snapshot.RosterEntry;
import no.alisplass.web.offer.OfferOutcomes;
import no.alisplass.web.text.Formats;
import no.alisplass.web.text.Language;
import no.alisplass.web.text.OwnWishes;
import no.alisplass.web.text.Texts;

/** What a round gave doctors, and why, as their municipality and they themselves are told: nothing of others that the rules keep back. */
@ApplicationScoped
public class OutcomesInWords {
    private final Explanations explanations;

    @Inject
    OutcomesInWords(Explanations explanations) {
        this.explanations = explanations;
    }

    /**
     * @param kind {@code placed}, {@code waits} or {@code outside} who could not take part
     * @param place in the ranking; 0 for who is not in it
     * @param given the stays; none for who waits
     * @param wish the doctor's own wish that is met; null for none
     * @param told why it came out so; other doctors are never in it
     * @param became what came of it since, in the order it was offered
     */
    @TemplateData
    public record OwnOutcome(
            String name,
            String hpr,
            Integer priority,
            String kind,
            int place,
            int ranked,
            List<Given> given,
            OwnWishes.Badge wish,
            Told told,
            List<OfferOutcomes.Became> became) {}

    /** @param starts the first day */
    @TemplateData
    public record Given(String stay, String starts) {}

    /** Of those who took part, in the order given. @param became what came of it since */
    public List<OwnOutcome> told(
            SolvedRun solved,
            Hospital hospital,
            List<RosterEntry> entries,
            Map<HprNumber, List<OfferOutcomes.Became>> became) {
        ExplanationWriter telling = writer(solved.snapshot().roster(), hospital);
        List<Reasons> reasons = explanations.of(
                solved.snapshot(),
                solved.proposal(),
                solved.certificate(),
                entries.stream().map(RosterEntry::doctor).toList());
        List<OwnOutcome> doctors = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            RosterEntry entry = entries.get(i);
            Reasons.Held held = reasons.get(i).held();
            doctors.add(new OwnOutcome(
                    entry.name(),
                    entry.facts().hpr().digits(),
                    entry.ownPriority(),
                    held.stays().isEmpty() ? "waits" : "placed",
                    held.position(),
                    held.ranked(),
                    given(held.stays(), hospital),
                    held.stays().isEmpty() ? null : OwnWishes.badge(entry.wishes(), held.stays()),
                    telling.tell(reasons.get(i)),
                    became.getOrDefault(entry.facts().hpr(), List.of())));
        }
        return doctors;
    }

    /** Of someone who could not take part. */
    public OwnOutcome outside(SolvedRun solved, Hospital hospital, IneligibleDoctor one) {
        return new OwnOutcome(
                one.name(),
                one.facts().hpr().digits(),
                null,
                "outside",
                0,
                0,
                List.of(),
                null,
                writer(solved.snapshot().roster(), hospital)
                        .tellNotEligible(
                                one.name(),
                                one.reasons().stream().map(Texts::named).toList()),
                List.of());
    }

    private static ExplanationWriter writer(Roster roster, Hospital hospital) {
        return new ExplanationWriter(
                roster, Audience.MUNICIPALITY, Language.current().locale(), hospital::departmentName);
    }

    private static List<Given> given(List<Stay> stays, Hospital hospital) {
        return stays.stream()
                .map(stay -> new Given(
                        stay.legs().stream()
                                        .map(leg -> hospital.departmentName(leg.department()))
                                        .collect(Collectors.joining(" + "))
                                + ", " + Formats.halfYear(stay.halfYear()),
                        Formats.longDate(stay.halfYear().start())))
                .toList();
    }
}
