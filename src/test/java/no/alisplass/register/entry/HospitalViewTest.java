package no.alisplass.register.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;
import no.alisplass.domain.WishWeight;
import no.alisplass.domain.Wishes;
import org.junit.jupiter.api.Test;

/** One hospital's lists show a doctor's facts without another's departments, and lose nothing of them. */
class HospitalViewTest {
    private static final Set<DepartmentId> HERE = Set.of(Samples.GERIATRICS, Samples.LUNG);
    private static final List<DepartmentId> ALL =
            List.of(Samples.GERIATRICS, Samples.LUNG, Samples.ENT, Samples.PSYCHIATRY);
    private static final HospitalView VIEW = new HospitalView(
            new DepartmentNames(new TreeMap<>(
                    Map.of(Samples.GERIATRICS, List.of("Geriatrisk avdeling"), Samples.LUNG, List.of("Lunge")))),
            () -> Samples.DEPARTMENTS);

    @Provide
    Arbitrary<WaitlistEntry> known() {
        return entries(ALL);
    }

    @Provide
    Arbitrary<WaitlistEntry> listed() {
        return entries(List.copyOf(new TreeSet<>(HERE)));
    }

    private static Arbitrary<WaitlistEntry> entries(List<DepartmentId> departments) {
        Arbitrary<List<DepartmentId>> some = Arbitraries.shuffle(departments)
                .flatMap(
                        order -> Arbitraries.integers().between(0, order.size()).map(count -> order.subList(0, count)));
        Arbitrary<List<ApprovedMonths>> approved = Combinators.combine(
                        some, Arbitraries.integers().between(1, 9), Arbitraries.of(true, false))
                .as((where, months, home) -> {
                    List<ApprovedMonths> all = new ArrayList<>();
                    where.forEach(each -> all.add(new ApprovedMonths(each, null, Months.of(months))));
                    if (home) {
                        all.add(new ApprovedMonths(null, "Sykehjemmet", Months.of(months)));
                    }
                    return all;
                });
        return Combinators.combine(some, some, approved, Arbitraries.integers().between(0, 9))
                .as((ranked, refused, done, left) -> {
                    WaitlistEntry entry = Samples.entry();
                    return entry.with(new Wishes(
                                    ranked.stream().map(Set::of).toList(),
                                    false,
                                    refused.stream()
                                            .filter(each -> !ranked.contains(each))
                                            .collect(Collectors.toSet()),
                                    null,
                                    Set.of(),
                                    WishWeight.DEPARTMENT))
                            .with(new InstitutionService(done, Months.of(left), false));
                });
    }

    @Property
    void what_is_told_as_it_was_shown_changes_nothing(@ForAll("known") WaitlistEntry known) {
        assertThat(VIEW.told(known, VIEW.of(known), VIEW.of(known))).isEqualTo(known);
    }

    @Property
    void a_list_shows_what_was_told_on_it(@ForAll("known") WaitlistEntry known, @ForAll("listed") WaitlistEntry told) {
        assertThat(VIEW.of(VIEW.told(known, VIEW.of(known), told))).isEqualTo(told);
    }

    @Property
    void wishes_for_another_hospital_stay(@ForAll("known") WaitlistEntry known, @ForAll("listed") WaitlistEntry told) {
        Wishes after = VIEW.told(known, VIEW.of(known), told).wishes();
        assertThat(outside(after.ranked())).isEqualTo(outside(known.wishes().ranked()));
        assertThat(outside(List.of(after.refused())))
                .isEqualTo(outside(List.of(known.wishes().refused())));
    }

    private static List<DepartmentId> outside(List<Set<DepartmentId>> groups) {
        return groups.stream()
                .flatMap(Set::stream)
                .filter(each -> !HERE.contains(each))
                .toList();
    }

    @Test
    void service_at_another_hospital_was_done_elsewhere_and_is_there_again_when_its_months_are_told() {
        WaitlistEntry known = Samples.entry()
                .with(new InstitutionService(
                        List.of(new ApprovedMonths(Samples.ENT, null, Months.of(3))), Months.of(3), false));
        WaitlistEntry shown = VIEW.of(known);
        assertThat(shown.institution().approved())
                .containsExactly(new ApprovedMonths(null, "Øre-nese-hals", Months.of(3)));
        WaitlistEntry told = shown.with(new InstitutionService(
                List.of(new ApprovedMonths(null, "Øre-nese-hals", Months.of(4))), Months.of(2), false));
        assertThat(VIEW.told(known, shown, told).institution().approved())
                .containsExactly(new ApprovedMonths(Samples.ENT, null, Months.of(4)));
    }
}
