package no.alisplass.sample;

import java.util.List;
import no.alisplass.domain.AreaCode;

/**
 * An area that sends a list.
 *
 * @param population roughly, for how many of the doctors are its own
 */
public record SampleArea(AreaCode code, String name, int population) {
    /** The catchment area of Ahus, the codes as in Statistics Norway's standards; populations to the nearest thousand or so. */
    public static final List<SampleArea> AHUS = List.of(
            of("030110", "Grorud", 28_000),
            of("030111", "Stovner", 34_000),
            of("030112", "Alna", 50_000),
            of("3205", "Lillestrøm", 93_000),
            of("3207", "Nordre Follo", 64_000),
            of("3209", "Ullensaker", 44_000),
            of("3212", "Nesodden", 20_000),
            of("3214", "Frogn", 16_000),
            of("3218", "Ås", 22_000),
            of("3220", "Enebakk", 11_500),
            of("3222", "Lørenskog", 48_000),
            of("3224", "Rælingen", 20_000),
            of("3226", "Aurskog-Høland", 18_000),
            of("3228", "Nes", 24_500),
            of("3230", "Gjerdrum", 7_500),
            of("3232", "Nittedal", 25_500),
            of("3238", "Nannestad", 15_500),
            of("3240", "Eidsvoll", 28_000),
            of("3242", "Hurdal", 3_000),
            of("3401", "Kongsvinger", 18_000),
            of("3414", "Nord-Odal", 5_000),
            of("3415", "Sør-Odal", 8_000),
            of("3416", "Eidskog", 6_000),
            of("3417", "Grue", 4_500));

    private static SampleArea of(String code, String name, int population) {
        return new SampleArea(new AreaCode(code), name, population);
    }

    /** The name in small letters from a to z, for files and addresses. */
    String slug() {
        return Ascii.slug(name);
    }
}
