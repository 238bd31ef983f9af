package no.alisplass.register.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Months;
import no.alisplass.register.DoctorFacts;
import no.alisplass.register.InstitutionStay;
import no.alisplass.register.OnCallWish;
import no.alisplass.register.RegisteredDoctor;
import no.alisplass.register.entry.Samples;
import no.alisplass.register.entry.WaitlistRoundTripTest;
import no.alisplass.register.file.FileFormat;
import no.alisplass.register.grid.Grid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported of a register reads back as nothing new. */
class RegisterRoundTripTest {
    private static final List<String> PLACES = List.of(
            "Sykehuset i Molde",
            "Lovisenberg: post 2",
            "Geriatrisk avdeling",
            "ingen",
            "(ukjent) sted, nord",
            "ous-lunge");

    @Property(tries = 400)
    void what_is_exported_of_any_register_reads_back_as_unchanged(
            @ForAll FileFormat format,
            @ForAll @IntRange(min = 1, max = 5) int doctors,
            @ForAll long seed,
            @ForAll("texts") String text) {
        Random random = new Random(seed);
        List<DoctorFacts> register = new ArrayList<>();
        for (int number = 1; number <= doctors; number++) {
            register.add(facts(number, random, text));
        }
        assertThat(register).allMatch(Registers::isSound);
        Comparison comparison = Registers.compared(Registers.export(format, register), owned(register));
        assertThat(comparison.reading().hasErrors())
                .as(() -> Samples.told(comparison.reading()).toString())
                .isFalse();
        assertThat(comparison.rows())
                .hasSize(doctors)
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(FiledRow.State.UNCHANGED))
                .allSatisfy(row -> assertThat(row.differences()).isEmpty());
        assertThat(comparison.shown()).allMatch(shown -> shown.version() == 4);
    }

    @Property(tries = 300)
    void of_a_register_that_nobody_knows_the_same_is_registered(@ForAll FileFormat format, @ForAll long seed) {
        DoctorFacts facts = facts(1, new Random(seed), null);
        List<ShownRows.Shown> shown =
                Registers.compared(Registers.export(format, List.of(facts))).shown();
        boolean completed = facts.stays().stream().anyMatch(InstitutionStay::isCompleted);
        if (completed) {
            assertThat(shown).isEmpty();
        } else {
            assertThat(shown).singleElement().satisfies(row -> {
                assertThat(row.state()).isEqualTo(FiledRow.State.NEW);
                // Kept as JSON until it is taken in.
                assertThat(ShownRows.read(ShownRows.write(shown)).get(0).doctor())
                        .isEqualTo(facts);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_template_has_nobody_and_says_so(FileFormat format) {
        Comparison comparison = Registers.compared(Registers.export(format, List.of()));
        assertThat(Samples.codes(comparison.reading(), no.alisplass.register.entry.Severity.ERROR))
                .containsExactly("file-without-rows");
        assertThat(comparison.reading().remarks()).hasSize(1);
    }

    private static List<RegisteredDoctor> owned(List<DoctorFacts> register) {
        return register.stream().map(Registers::own).toList();
    }

    private static DoctorFacts facts(int number, Random random, String text) {
        List<InstitutionStay> stays = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            stays.add(stay(random));
        }
        OnCallWish[] wishes = OnCallWish.values();
        int wish = random.nextInt(wishes.length + 1);
        return new DoctorFacts(
                        WaitlistRoundTripTest.entry(number, random, text),
                        stays,
                        wish == wishes.length ? null : wishes[wish])
                .dated(Registers.TODAY.minusDays(random.nextInt(900)));
    }

    private static InstitutionStay stay(Random random) {
        LocalDate from = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(2500));
        List<DepartmentId> departments = List.of(Samples.GERIATRICS, Samples.LUNG, Samples.PSYCHIATRY, Samples.OUTSIDE);
        int place = random.nextInt(departments.size() + PLACES.size());
        return new InstitutionStay(
                place < departments.size() ? departments.get(place) : null,
                place < departments.size() ? null : PLACES.get(place - departments.size()),
                random.nextBoolean() ? from : null,
                random.nextBoolean() ? from.plusDays(random.nextInt(200)) : null,
                new Months(1 + random.nextInt(120)),
                random.nextInt(4) == 0 ? InstitutionStay.Known.COMPLETED : InstitutionStay.Known.STATED);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aåøæ ,;\"'=+-@|/\n\t\r&<>#\u00a0€😀")
                .ofMaxLength(60)
                .injectNull(0.1)
                .filter(text -> text == null || !Grid.isFormulaError(text.strip()));
    }
}
