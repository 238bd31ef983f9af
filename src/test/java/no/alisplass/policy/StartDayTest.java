package no.alisplass.policy;

import static no.alisplass.policy.Given.SEED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Months;
import no.alisplass.domain.Scheme;
import no.alisplass.domain.Service;
import no.alisplass.domain.Wishes;
import no.alisplass.domain.doctor.Employment;
import no.alisplass.domain.doctor.Start;
import no.alisplass.domain.doctor.TrainingProgress;
import no.alisplass.platform.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the second versions ask on the day a service starts, where the first asked all on the first day of the round. */
class StartDayTest {
    private static final HalfYear SPRING = HalfYear.parse("2027-V");
    private static final HalfYear AUTUMN = HalfYear.parse("2027-H");
    private static final LocalDate FIRST = SPRING.start();

    private int hpr = 1;
    private Affiliation affiliation = Affiliation.PERMANENT;
    private LocalDate from;
    private LocalDate to;
    private int spring = 36;
    private int autumn = 42;
    private boolean springOpen = true;
    private boolean springCovered = true;
    private boolean shortInAutumn;

    private Candidate candidate() {
        return new Candidate(
                new HprNumber(hpr),
                new AreaCode("3205"),
                new Employment(affiliation, from, to),
                Scheme.NEW,
                Months.of(spring),
                Months.of(24),
                new TrainingProgress(60, 6, GroupSupervision.BEGUN),
                false,
                Months.of(6),
                false,
                Set.of(Service.SOMATIC),
                FIRST,
                List.of(
                        new Start(SPRING, springOpen, springCovered, Months.of(spring), false),
                        new Start(AUTUMN, true, true, Months.of(autumn), shortInAutumn)));
    }

    private static Policy second(String id) {
        return Policies.builtIn().get(id, 2).orElseThrow();
    }

    private static Ranking rank(Candidate... candidates) {
        return second("ahus-2020").rank(List.of(candidates), FIRST, SEED);
    }

    private static String said(Ranking ranking) {
        return ranking.notEligible().stream()
                .flatMap(one -> one.reasons().stream())
                .map(reason -> Messages.text(reason, Messages.BOKMAL))
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahus-2020", "ahus-2023", "ahus-pilot-2021"})
    void new_rounds_take_a_version_that_says_which_day_they_count_to(String id) {
        Policy latest = Policies.builtIn().latest(id).orElseThrow();
        assertThat(latest.counting().of(FIRST, LocalDate.of(2026, 12, 15)).on()).isEqualTo(FIRST);
        assertThat(latest.counting().of(FIRST, LocalDate.of(2026, 12, 15)).exact())
                .isTrue();
        assertThat(latest.counting().source()).contains("Vårt valg");
        assertThat(latest.criteria().stream().map(Criterion::source))
                .anyMatch(source -> source.contains("høyt oppe") && source.contains("vår lesning"))
                .anyMatch(source -> source.contains("to års tjeneste") && source.contains("vår lesning"))
                .anyMatch(source -> source.contains("ikke blir under null") && source.contains("vår lesning"))
                .anyMatch(source -> source.contains("hele vikariatets") && source.contains("vår lesning"));
        assertThat(Messages.text(latest.counting().rule(), Messages.BOKMAL))
                .isEqualTo("Tellende tjeneste regnes til den første dagen i runden, for alle. Måneder rundes aldri opp."
                        + " Tilknytning, opptaksområde, spesialistmangel og om legen er klar, gjelder den dagen"
                        + " tjenesten starter.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ahus-2020", "ahus-2023"})
    void the_first_versions_say_nothing_of_it(String id) {
        Policy first = Policies.builtIn().get(id, 1).orElseThrow();
        assertThat(first.counting().said()).isFalse();
        assertThat(first.counting().of(FIRST, LocalDate.of(2026, 12, 15)).exact())
                .isFalse();
    }

    @Test
    void the_deadline_can_be_the_day() {
        String file = Given.file("ahus-2020-v2.yaml").replace("counted-to: first-day", "counted-to: deadline");
        Policy policy = new Policies(List.of(new Policies.PolicyFile(
                        "deadline.yaml", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .all()
                .get(0);
        LocalDate deadline = LocalDate.of(2026, 12, 15);
        assertThat(policy.counting().of(FIRST, deadline).on()).isEqualTo(deadline);
        assertThat(Messages.text(policy.counting().rule(), Messages.BOKMAL)).contains("til fristen for listene");
    }

    @Test
    void an_affiliation_that_begins_before_autumn_is_enough_for_an_autumn_place() {
        from = LocalDate.of(2027, 6, 1);
        assertThat(rank(candidate()).ranked()).hasSize(1);
        from = LocalDate.of(2027, 9, 1);
        assertThat(rank(candidate()).ranked()).hasSize(1);
        from = LocalDate.of(2027, 9, 2);
        assertThat(said(rank(candidate())))
                .isEqualTo("Tilknytningen begynner 02.09.2027, etter at tjenesten starter 01.09.2027. Den må gjelde den"
                        + " dagen tjenesten starter.");
    }

    @Test
    void one_that_holds_on_no_start_the_doctor_could_have_is_not() {
        springOpen = false;
        to = LocalDate.of(2027, 8, 31);
        assertThat(said(rank(candidate())))
                .isEqualTo("Tilknytningen slutter 31.08.2027, før tjenesten starter 01.09.2027. Den må gjelde den dagen"
                        + " tjenesten starter.");
        springOpen = true;
        assertThat(rank(candidate()).ranked()).hasSize(1);
        from = LocalDate.of(2027, 3, 2);
        assertThat(said(rank(candidate()))).startsWith("Tilknytningen gjelder fra 02.03.2027 til 31.08.2027.");
    }

    @Test
    void who_can_only_go_in_autumn_is_judged_ready_in_autumn() {
        springOpen = false;
        spring = 20;
        autumn = 26;
        Candidate permanent = candidate();
        hpr = 2;
        affiliation = Affiliation.LOCUM;
        from = LocalDate.of(2027, 2, 1);
        to = LocalDate.of(2027, 9, 1);
        spring = 24;
        autumn = 30;
        Candidate locum = candidate();
        Ranking ranking = rank(locum, permanent);
        assertThat(ranking.ranked().get(0).candidate()).isEqualTo(permanent);
        assertThat(ranking.decide(permanent.hpr(), locum.hpr()).criterion()).isEqualTo(CriterionCode.AFFILIATION);
        assertThat(Messages.text(ranking.ranked().get(0).values().get(1).text(), Messages.BOKMAL))
                .isEqualTo("26 md tellende tjeneste per 1. september 2027, klar fra 24 md");
        assertThat(Messages.text(ranking.ranked().get(0).values().get(3).text(), Messages.BOKMAL))
                .isEqualTo("20 md tellende tjeneste per 1. mars 2027, regnet som 20 md; 40 md igjen");
    }

    @Test
    void who_could_go_in_spring_is_judged_in_spring_unless_not_affiliated_or_covered_then() {
        spring = 20;
        autumn = 26;
        assertThat(ready()).isFalse();
        from = LocalDate.of(2027, 6, 1);
        assertThat(ready()).isTrue();
        from = null;
        springCovered = false;
        assertThat(ready()).isTrue();
    }

    private boolean ready() {
        Ranked ranked = rank(candidate()).ranked().get(0);
        return ranked.values().get(1).key().equals(List.of(0L));
    }

    @Test
    void too_early_is_told_with_its_day() {
        spring = 20;
        assertThat(rank(candidate()).ranked().get(0).remarks().stream()
                        .map(remark -> Messages.text(remark, Messages.BOKMAL)))
                .containsExactly("Legen har 20 måneder tellende tjeneste 1. mars 2027, den første dagen en tjeneste kan"
                        + " starte. Institusjonstjenesten bør komme etter minst 24 måneder.");
    }

    @Test
    void a_shortage_counts_on_the_day_the_doctors_service_could_start() {
        springOpen = false;
        Candidate without = candidate();
        hpr = 2;
        shortInAutumn = true;
        Candidate with = candidate();
        Ranking ranking = rank(without, with);
        assertThat(ranking.decide(with.hpr(), without.hpr()).criterion()).isEqualTo(CriterionCode.SPECIALIST_SHORTAGE);
        assertThat(ranking.ranked().get(0).candidate()).isEqualTo(with);
    }

    @Test
    void other_wishes_change_the_day_a_doctor_is_judged_on() {
        spring = 20;
        autumn = 26;
        Wishes autumnOnly =
                new Wishes(List.of(), false, Set.of(), AUTUMN, Set.of(), no.alisplass.domain.WishWeight.DEPARTMENT);
        assertThat(candidate().under(autumnOnly).firstStart().orElseThrow().halfYear())
                .isEqualTo(AUTUMN);
        assertThat(candidate().under(Wishes.NONE).firstStart().orElseThrow().halfYear())
                .isEqualTo(SPRING);
    }

    @Test
    void the_first_version_still_asks_everything_on_the_first_day() {
        springOpen = false;
        from = LocalDate.of(2027, 6, 1);
        Ranking ranking = Policies.builtIn().get("ahus-2020", 1).orElseThrow().rank(List.of(candidate()), FIRST, SEED);
        assertThat(said(ranking))
                .startsWith("Tilknytningen begynner 01.06.2027, etter at tjenesten starter 01.03.2027.");
    }
}
