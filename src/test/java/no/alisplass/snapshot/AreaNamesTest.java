package no.alisplass.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Finding;
import no.alisplass.domain.RoundId;
import no.alisplass.domain.text.Sha256;
import no.alisplass.platform.Messages;
import no.alisplass.waitlist.Receipt;
import no.alisplass.waitlist.Submission;
import no.alisplass.waitlist.SubmissionState;
import org.junit.jupiter.api.Test;

/** What a problem calls the areas, and that whoever settles outcomes by hand still reads which municipality is meant. */
class AreaNamesTest {
    private static final List<String> AREAS = List.of("030110", "030111", "3205", "3209", "3222", "3230", "3401");

    private static Submission list(String area, String sha256) {
        return new Submission(
                new RoundId("test-runde"),
                new AreaCode(area),
                2,
                SubmissionState.SUBMITTED,
                1,
                List.of(),
                new Receipt(2, Instant.EPOCH, "kommune", sha256));
    }

    private static List<Submission> lists(String secret) {
        return AREAS.stream()
                .map(area -> list(area, Sha256.hex(area.equals("3209") ? area + secret : area)))
                .toList();
    }

    private static List<String> names(List<Submission> lists) {
        return AreaNames.of(lists).stream().map(Roster.Submitted::called).toList();
    }

    @Test
    void each_area_has_one_of_its_own_in_the_same_form() {
        List<Roster.Submitted> named = AreaNames.of(lists(""));
        assertThat(named).extracting(list -> list.area().value()).containsExactlyElementsOf(AREAS);
        assertThat(named).extracting(Roster.Submitted::version).containsOnly(2L);
        assertThat(named)
                .extracting(Roster.Submitted::called)
                .containsExactlyInAnyOrder("a01", "a02", "a03", "a04", "a05", "a06", "a07");
    }

    @Test
    void the_same_lists_give_the_same_names_in_whatever_order_they_come() {
        List<Submission> shuffled = new ArrayList<>(lists(""));
        Collections.reverse(shuffled);
        assertThat(AreaNames.of(shuffled)).isEqualTo(AreaNames.of(lists("")));
    }

    @Test
    void whoever_lacks_one_list_cannot_tell_any_areas_name() {
        List<List<String>> drawn = IntStream.range(0, 200)
                .mapToObj(guess -> names(lists("gjett " + guess)))
                .toList();
        for (int area = 0; area < AREAS.size(); area++) {
            int place = area;
            assertThat(drawn.stream().map(names -> names.get(place)).distinct())
                    .as(AREAS.get(area))
                    .hasSize(AREAS.size());
        }
    }

    @Test
    void a_region_has_names_enough() {
        List<Submission> many = IntStream.range(0, 356)
                .mapToObj(number -> list(String.valueOf(1101 + number), Sha256.hex("liste " + number)))
                .toList();
        assertThat(names(many)).doesNotHaveDuplicates().allMatch(name -> name.matches("a[0-9]{2,3}"));
    }

    @Test
    void too_many_of_an_area_settled_by_hand_are_told_of_by_the_areas_own_code() {
        Frozen round =
                new Frozen().seats("lunge", Frozen.SPRING, 2).limit("3205", 1).limit("3230", 1);
        round.doctor(7_000_001, "Kari").area("3230").wants("lunge").pinned(Frozen.SPRING, "lunge");
        round.doctor(7_000_002, "Ola").area("3230").wants("lunge").pinned(Frozen.SPRING, "lunge");
        Frozen.PinsDoNotFit refused =
                org.junit.jupiter.api.Assertions.assertThrows(Frozen.PinsDoNotFit.class, round::freeze);
        assertThat(refused.findings).hasSize(1);
        Finding finding = refused.findings.get(0);
        assertThat(finding.value()).isEqualTo("away:3230:2027-V");
        assertThat(Messages.text(finding, java.util.Locale.forLanguageTag("nb")))
                .isEqualTo(
                        "For mange fra 3230 er satt for hånd i vår 2027: 2. Kommunen kan avse 1 av dem som ikke alt er borte."
                                + " Fjern én av dem.");
    }
}
