package no.alisplass.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.alisplass.domain.Months;
import no.alisplass.register.entry.ApprovedMonths;
import no.alisplass.register.entry.InstitutionService;
import no.alisplass.register.entry.StatedService;
import no.alisplass.register.entry.WaitlistEntry;

/**
 * What an area knows of a doctor, and what the doctor wants, without any round.
 *
 * @param entry as it could stand on a list; it has no priority (0), and its approved months are the sums of the stays
 * @param stays institution service done
 * @param onCall null when not told
 */
public record DoctorFacts(WaitlistEntry entry, List<InstitutionStay> stays, OnCallWish onCall) {
    public DoctorFacts {
        stays = List.copyOf(stays);
        InstitutionService institution = entry.institution();
        entry = entry.withPriority(0).with(institution.with(sums(stays), institution.monthsLeft()));
    }

    /** As they were written by {@link #stored}. */
    public static DoctorFacts of(String stored) {
        return StoredDoctor.facts(stored);
    }

    /** As JSON, in the form the register stores. */
    public JsonNode stored() {
        return StoredDoctor.content(this);
    }

    /** The fields that were others, with both values. @param before null for all there are */
    public List<Difference> since(DoctorFacts before) {
        return Difference.between(before == null ? null : before.stored(), stored());
    }

    /** Of a doctor of whom only what stands on a list is known. @param today the day that stated months without a day hold on */
    public static DoctorFacts of(WaitlistEntry listed, LocalDate today) {
        return new DoctorFacts(
                listed.statedOn(today), stated(listed.institution().approved()), null);
    }

    /** The same with stated months that hold on a day, where none is told. */
    public DoctorFacts dated(LocalDate today) {
        return new DoctorFacts(entry.statedOn(today), stays, onCall);
    }

    /**
     * The same with what a list says now. What a list cannot hold stays: the on-call wish, the days of a stay whose months are as
     * they were, and service that was completed here. So does the day of stated months that are as they were.
     */
    DoctorFacts listed(WaitlistEntry listed, LocalDate today) {
        StatedService stated = listed.service().stated();
        StatedService known = entry.service().stated();
        boolean sameMonths = Objects.equals(stated.months(), known.months())
                && Objects.equals(stated.openPractice(), known.openPractice());
        LocalDate day = sameMonths && known.on() != null ? known.on() : today;
        return new DoctorFacts(
                listed.statedOn(day), stays(sums(stated(listed.institution().approved()))), onCall);
    }

    private static List<InstitutionStay> stated(List<ApprovedMonths> approved) {
        return approved.stream()
                .map(each -> InstitutionStay.stated(each, each.months()))
                .toList();
    }

    private List<InstitutionStay> stays(List<ApprovedMonths> approved) {
        List<InstitutionStay> now = new ArrayList<>();
        for (ApprovedMonths each : approved) {
            List<InstitutionStay> there =
                    stays.stream().filter(stay -> stay.isAt(each)).toList();
            List<InstitutionStay> completed =
                    there.stream().filter(InstitutionStay::isCompleted).toList();
            if (sum(there).equals(each.months())) {
                now.addAll(there);
            } else {
                now.addAll(completed);
                Months rest = sum(completed).until(each.months());
                if (rest.tenths() > 0) {
                    now.add(InstitutionStay.stated(each, rest));
                }
            }
        }
        stays.stream()
                .filter(InstitutionStay::isCompleted)
                .filter(stay -> approved.stream().noneMatch(stay::isAt))
                .forEach(now::add);
        return now;
    }

    private static List<ApprovedMonths> sums(List<InstitutionStay> stays) {
        Map<InstitutionStay.Place, List<InstitutionStay>> places = new LinkedHashMap<>();
        stays.forEach(stay ->
                places.computeIfAbsent(stay.place(), none -> new ArrayList<>()).add(stay));
        List<ApprovedMonths> sums = new ArrayList<>();
        places.forEach(
                (place, there) -> sums.add(new ApprovedMonths(place.department(), place.elsewhere(), sum(there))));
        return sums;
    }

    private static Months sum(List<InstitutionStay> stays) {
        int tenths = stays.stream()
                .map(InstitutionStay::months)
                .filter(Objects::nonNull)
                .mapToInt(Months::tenths)
                .sum();
        return new Months(Math.min(6000, tenths));
    }
}
