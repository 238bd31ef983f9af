package no.alisplass.refill.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.alisplass.domain.DoctorId;
import no.alisplass.platform.Messages;
import no.alisplass.refill.Cases;
import no.alisplass.refill.RefillMode;
import no.alisplass.refill.RefillOutcome;
import no.alisplass.refill.RefillProblem;
import no.alisplass.refill.Ward;
import no.alisplass.refill.run.Refill;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each doctor is told, word for word. */
class RefillReasonsTest {
    private static final List<Locale> LANGUAGES =
            List.of(Messages.BOKMAL, Locale.forLanguageTag("nn-NO"), Locale.forLanguageTag("en-GB"));

    private static List<String> told(RefillProblem problem, int doctor) {
        return told(problem, doctor, Messages.BOKMAL);
    }

    private static List<String> told(RefillProblem problem, int doctor, Locale language) {
        return new RefillReasons(problem, Refill.run(problem).outcome())
                .of(DoctorId.ofPosition(doctor)).stream()
                        .map(message -> Messages.text(message, language))
                        .toList();
    }

    private static Ward lungeAndOye() {
        return new Ward().seats("lunge", 1).seats("oye", 1);
    }

    @Nested
    class Outcomes {
        @Test
        void of_who_moves_up_and_who_gets_what_is_left() {
            RefillProblem problem = lungeAndOye()
                    .upgradable(null, "oye", "lunge", "oye")
                    .waits(null, "lunge", "oye")
                    .upgrades();
            assertThat(told(problem, 1))
                    .containsExactly(
                            "Bytter fra oye (vår 2028) til lunge (vår 2028). Byttet kan ikke gjøres om.",
                            "Ingenting av det som kunne tilbys, står høyere i egen rekkefølge.");
            assertThat(told(problem, 2))
                    .containsExactly(
                            "Får oye (vår 2028).",
                            "I egen rekkefølge er det nummer 2 av 2 av det som kunne tilbys.",
                            "lunge (vår 2028): nummer 2 av 2 i køen. Plassen gikk til en lege som står foran.");
            assertThat(told(problem, 2, LANGUAGES.get(1)))
                    .containsExactly(
                            "Får oye (vår 2028).",
                            "I eiga rekkjefølgje er det nummer 2 av 2 av det som kunne bli tilbode.",
                            "lunge (vår 2028): nummer 2 av 2 i køen. Plassen gjekk til ein lege som står framfor.");
            assertThat(told(problem, 2, LANGUAGES.get(2)))
                    .containsExactly(
                            "Gets oye (spring 2028).",
                            "In the doctor's own order it is number 2 of 2 of what could be offered.",
                            "lunge (spring 2028): number 2 of 2 in the queue. The seat went to a doctor who stands ahead.");
        }

        @Test
        void of_who_goes_on_waiting() {
            RefillProblem problem = new Ward()
                    .seats("lunge", 2)
                    .seats("oye", 1)
                    .waits(null, "lunge")
                    .waits(null, "lunge")
                    .waits(null, "lunge", "oye")
                    .waits(null, "lunge")
                    .firm(null, "oye", "oye")
                    .waits(null, "oye")
                    .waits(null)
                    .upgrades();
            assertThat(told(problem, 3))
                    .containsExactly(
                            "Får ingen plass denne gangen og venter videre.",
                            "lunge (vår 2028): nummer 3 av 4 i køen. De 2 plassene gikk til leger som står foran.");
            assertThat(told(problem, 4))
                    .last()
                    .isEqualTo("lunge (vår 2028): nummer 4 av 4 i køen. De 2 plassene gikk til leger som står foran.");
            assertThat(told(problem, 6))
                    .containsExactly(
                            "Får ingen plass denne gangen, for ingen av de aktuelle plassene var ledig. Venter videre.");
            assertThat(told(problem, 7))
                    .containsExactly("Får ingen plass, for ingenting av det som er ønsket, kan tilbys.");
        }

        @Test
        void of_who_keeps_a_seat_and_why_it_is_no_better() {
            Ward ward = new Ward()
                    .seats("lunge", 2)
                    .seats("oye", 2)
                    .seats("geriatri", 1)
                    .seats("psykiatri", 1)
                    .firm(null, "oye", "lunge", "oye")
                    .waits(null, "lunge")
                    .waits(null, "lunge")
                    .upgradable(null, "geriatri", "geriatri", "oye")
                    .upgradable(null, "oye", "lunge", "oye")
                    .upgradable(null, "psykiatri", "geriatri", "psykiatri");
            assertThat(told(ward.upgrades(), 1)).containsExactly("Beholder oye (vår 2028).");
            assertThat(told(ward.upgrades(), 4))
                    .containsExactly(
                            "Beholder geriatri (vår 2028). Av det som er ønsket og kunne tilbys, er ingenting bedre.");
            assertThat(told(ward.upgrades(), 5))
                    .containsExactly(
                            "Beholder oye (vår 2028).",
                            "lunge (vår 2028): nummer 3 av 3 i køen. De 2 plassene gikk til leger som står foran.");
            assertThat(told(ward.upgrades(), 6))
                    .containsExactly(
                            "Beholder psykiatri (vår 2028). Ingen av de aktuelle plassene som er bedre, var ledig.");
            assertThat(told(ward.problem(RefillMode.WAITING_ONLY, Cases.ROUND), 5))
                    .containsExactly("Beholder oye (vår 2028). Byttefristen er ute, så ingen som har plass, flyttes.");
        }

        @Test
        void of_who_takes_no_part() {
            RefillProblem problem =
                    lungeAndOye().out("lunge").byHand("oye").byHand().upgrades();
            assertThat(told(problem, 1))
                    .containsExactly("Er ikke med i køen lenger og får ikke flere tilbud i denne runden.");
            assertThat(told(problem, 2))
                    .containsExactly("Beholder oye (vår 2028), som koordinatoren har satt for hånd.");
            assertThat(told(problem, 3)).containsExactly("Får ingen plass. Koordinatoren har bestemt det for hånd.");
            assertThatThrownBy(() -> told(problem, 4)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class WhatWasInTheWay {
        @Test
        void the_limit_of_the_own_area() {
            RefillProblem problem = lungeAndOye()
                    .limit("a01", "V", 1)
                    .firm("a01", "oye", "oye")
                    .waits("a01", "lunge")
                    .waits(null, "lunge")
                    .upgrades();
            assertThat(told(problem, 2))
                    .containsExactly(
                            "Får ingen plass denne gangen og venter videre.",
                            "lunge (vår 2028): kunne ikke tilbys, for kommunen kan ikke unnvære flere leger vår 2028.");
        }

        @Test
        void that_it_was_one_too_many_when_the_doctor_was_tried() {
            RefillProblem problem = new Ward()
                    .seats("lunge-H", 1)
                    .seats("oye", 1)
                    .seats("onh", 1)
                    .limit("a01", "V", 1)
                    .limit("a01", "H", 1)
                    .waits("a01", "lunge-H", "oye")
                    .waits("a01", "onh")
                    .upgradable(null, "lunge-H", "onh", "lunge-H")
                    .upgrades();
            assertThat(told(problem, 2))
                    .last()
                    .isEqualTo(
                            "onh (vår 2028): kunne ikke tilbys. Med legen borte vår 2028 ville flere vært borte enn en kommune kan unnvære.");
        }
    }

    @Nested
    class Wholes {
        private static final String RULE =
                "Hele tjenester fordeles etter enkeltplassene. De gis bare når alle delene er ledige, kommunen kan unnvære legen hele tiden, og det legen ellers har, er en del av tjenesten.";

        private final RefillProblem problem = new Ward()
                .seats("lunge", 1)
                .seats("oye", 1)
                .seats("onh-H", 1)
                .waits(null, "lunge+onh-H", "oye+onh-H")
                .waits(null, "lunge")
                .waits(null, "oye+onh-H")
                .upgrades();

        @Test
        void that_are_given() {
            assertThat(told(problem, 1))
                    .containsExactly(
                            "Får oye (vår 2028) og så onh (høst 2028).",
                            "I egen rekkefølge er det nummer 2 av 2 av det som kunne tilbys.",
                            RULE,
                            "lunge (vår 2028) og så onh (høst 2028): noe av dette gikk til noen som står bak. Koordinatoren ser på det.");
        }

        @Test
        void that_are_not() {
            assertThat(told(problem, 3)).containsExactly("Får ingen plass denne gangen og venter videre.", RULE);
        }

        @Test
        void that_are_free_beside_what_the_doctor_got_are_for_a_human_to_look_at() {
            RefillProblem free = new Ward()
                    .seats("oye", 1)
                    .seats("onh-H", 1)
                    .seats("hud", 1)
                    .waits(null, "oye+onh-H", "hud")
                    .upgrades();
            assertThat(told(free, 1))
                    .containsExactly(
                            "Får hud (vår 2028).",
                            "I egen rekkefølge er det nummer 2 av 2 av det som kunne tilbys.",
                            RULE,
                            "oye (vår 2028) og så onh (høst 2028): alt av dette er ledig, men det legen har, er ikke en del av det. Koordinatoren ser på det.");
            RefillOutcome outcome = Refill.run(free).outcome();
            assertThat(new ChainWords(free, id -> "Kari").of(outcome.conflicts().get(0)))
                    .extracting(message -> Messages.text(message, Messages.BOKMAL))
                    .containsExactly(
                            "Kari ville heller hatt oye (vår 2028) og så onh (høst 2028). Alt av det er ledig, men det Kari har, er ikke en del av det.");
        }

        @Test
        void of_which_only_what_the_area_could_spare_went_to_someone_behind() {
            RefillProblem limited = new Ward()
                    .seats("oye", 1)
                    .seats("onh-H", 2)
                    .seats("hud-H", 1)
                    .limit("a01", "V", 2)
                    .limit("a01", "H", 1)
                    .upgradable("a01", "oye", "oye+onh-H", "oye")
                    .waits("a01", "hud-H")
                    .upgrades();
            assertThat(told(limited, 1))
                    .containsExactly(
                            "Beholder oye (vår 2028).",
                            RULE,
                            "oye (vår 2028) og så onh (høst 2028): noen som står bak, fikk det kommunen kunne unnvære. Koordinatoren ser på det.");
        }

        @Test
        void of_which_a_part_went_to_someone_behind_as_part_of_a_whole() {
            RefillProblem problem = new Ward()
                    .seats("lunge", 1)
                    .seats("onh-H", 1)
                    .seats("oye", 1)
                    .waits(null, "lunge+onh-H", "oye")
                    .waits(null, "lunge+onh-H")
                    .upgrades();
            assertThat(told(problem, 1))
                    .last()
                    .isEqualTo(
                            "lunge (vår 2028) og så onh (høst 2028): noe av dette gikk til noen som står bak. Koordinatoren ser på det.");
        }

        @Test
        void that_are_free_but_for_the_limit_let_nothing_be_said_of_what_was_free() {
            RefillProblem limited = new Ward()
                    .seats("lunge", 1)
                    .seats("oye", 1)
                    .seats("onh-H", 1)
                    .limit("a01", "V", 2)
                    .limit("a01", "H", 0)
                    .firm(null, "lunge", "lunge")
                    .waits("a01", "oye+onh-H", "lunge")
                    .upgrades();
            assertThat(told(limited, 2)).containsExactly("Får ingen plass denne gangen og venter videre.", RULE);
        }

        @Test
        void that_are_completed_and_that_are_kept() {
            Ward ward = new Ward()
                    .seats("oye", 2)
                    .seats("onh-H", 2)
                    .seats("lunge", 1)
                    .upgradable(null, "oye", "oye+onh-H", "oye")
                    .upgradable(null, "oye+onh-H", "lunge", "oye+onh-H");
            assertThat(told(ward.upgrades(), 1))
                    .first()
                    .isEqualTo("Beholder oye (vår 2028) og får hele tjenesten: oye (vår 2028) og så onh (høst 2028).");
            assertThat(told(ward.upgrades(), 2))
                    .containsExactly("Beholder oye (vår 2028) og så onh (høst 2028). En hel tjeneste byttes ikke.");
        }
    }

    @Nested
    class ForTheCoordinator {
        private List<List<String>> chains(RefillProblem problem) {
            ChainWords words =
                    new ChainWords(problem, id -> "Lege " + id.value().substring(3));
            RefillOutcome outcome = Refill.run(problem).outcome();
            return outcome.chains().stream()
                    .map(chain -> words.of(chain).stream()
                            .map(message -> Messages.text(message, Messages.BOKMAL))
                            .toList())
                    .toList();
        }

        @Test
        void the_chain_of_a_freed_seat() {
            assertThat(chains(lungeAndOye()
                            .upgradable(null, "oye", "lunge", "oye")
                            .waits(null, "lunge", "oye")
                            .upgrades()))
                    .containsExactly(List.of(
                            "lunge (vår 2028) er ledig.",
                            "Lege 1 går fra oye (vår 2028) til lunge (vår 2028).",
                            "Lege 2 får oye (vår 2028)."));
            assertThat(chains(lungeAndOye()
                            .upgradable(null, "oye", "lunge", "oye")
                            .upgrades()))
                    .containsExactly(List.of(
                            "lunge (vår 2028) er ledig.",
                            "Lege 1 går fra oye (vår 2028) til lunge (vår 2028).",
                            "oye (vår 2028) blir stående ledig."));
            assertThat(chains(lungeAndOye()
                            .upgradable(null, "oye", "lunge", "oye")
                            .upgradable(null, "lunge", "oye", "lunge")
                            .upgrades()))
                    .containsExactly(List.of(
                            "Noen bytter med hverandre.",
                            "Lege 1 går fra oye (vår 2028) til lunge (vår 2028).",
                            "Lege 2 går fra lunge (vår 2028) til oye (vår 2028)."));
        }

        @Test
        void what_went_before_a_whole() {
            RefillProblem problem = new Wholes().problem;
            ChainWords words = new ChainWords(problem, DoctorId::value);
            assertThat(words.of(Refill.run(problem).outcome().conflicts().get(0)))
                    .extracting(message -> Messages.text(message, Messages.BOKMAL))
                    .containsExactly(
                            "d001 ville heller hatt lunge (vår 2028) og så onh (høst 2028). lunge (vår 2028) gikk til d002, som står bak.");
        }
    }

    @Property(tries = 200)
    void every_doctor_is_told_something_in_each_language_and_nobody_is_named(@ForAll long seed) {
        RefillProblem problem = Cases.small(seed, 2, 2, true, true);
        RefillOutcome outcome = Refill.run(problem).outcome();
        RefillReasons reasons = new RefillReasons(problem, outcome);
        ChainWords words = new ChainWords(problem, DoctorId::value);
        for (Locale language : LANGUAGES) {
            problem.doctors().forEach(doctor -> assertThat(reasons.of(doctor.id()))
                    .isNotEmpty()
                    .extracting(message -> Messages.text(message, language))
                    .allSatisfy(text -> assertThat(text).doesNotContain("refill.", "d00", "a0", "{")));
            outcome.chains().forEach(chain -> assertThat(words.of(chain))
                    .extracting(message -> Messages.text(message, language))
                    .allSatisfy(text -> assertThat(text).doesNotContain("refill.", "{")));
            outcome.conflicts().forEach(conflict -> assertThat(words.of(conflict))
                    .extracting(message -> Messages.text(message, language))
                    .allSatisfy(text -> assertThat(text).doesNotContain("refill.", "{")));
        }
    }
}
