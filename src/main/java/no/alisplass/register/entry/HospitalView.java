package no.alisplass.register.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.Wishes;

/**
 * What is known of a doctor, as the lists of one hospital have it: they know no other hospital's departments. Wishes for those are
 * not theirs; service done there was done elsewhere.
 *
 * @param here the departments of the hospital
 * @param everywhere those of all hospitals that serve the area; asked only where a doctor has to do with more than one
 */
public record HospitalView(DepartmentNames here, Supplier<DepartmentNames> everywhere) {

    /** The entry as a list of the hospital has it. */
    public WaitlistEntry of(WaitlistEntry known) {
        WaitlistEntry seen = known;
        if (mentions(known.wishes(), this::isOutside)) {
            seen = seen.with(inside(known.wishes()));
        }
        if (known.institution().departments().stream().anyMatch(this::isOutside)) {
            List<ApprovedMonths> approved =
                    known.institution().approved().stream().map(this::seen).toList();
            seen = seen.with(new InstitutionService(
                    approved,
                    known.institution().monthsLeft(),
                    known.institution().interrupted()));
        }
        return seen;
    }

    /**
     * What is known when a list of the hospital tells of it.
     *
     * @param known as it is
     * @param shown as the list had it before
     * @param told as the list has it now: what is not as it was shown is written, the rest stays, and so does what the list cannot tell
     */
    public WaitlistEntry told(WaitlistEntry known, WaitlistEntry shown, WaitlistEntry told) {
        WaitlistEntry after = known.following(shown, told);
        if (!shown.wishes().equals(told.wishes()) && mentions(known.wishes(), this::isOutside)) {
            after = after.with(withOutside(told.wishes(), known.wishes()));
        }
        if (!shown.institution().equals(told.institution())
                && known.institution().departments().stream().anyMatch(this::isOutside)) {
            List<ApprovedMonths> approved = told.institution().approved().stream()
                    .map(each -> back(each, known.institution().approved()))
                    .toList();
            after = after.with(new InstitutionService(
                    approved,
                    told.institution().monthsLeft(),
                    told.institution().interrupted()));
        }
        return after;
    }

    private boolean isOutside(DepartmentId department) {
        return !here.knows(department);
    }

    private static boolean mentions(Wishes wishes, Predicate<DepartmentId> which) {
        return wishes.refused().stream().anyMatch(which)
                || wishes.ranked().stream().flatMap(Set::stream).anyMatch(which);
    }

    private Wishes inside(Wishes wishes) {
        return with(
                wishes,
                ranked(wishes, department -> !isOutside(department)),
                chosen(wishes.refused(), department -> !isOutside(department)));
    }

    private Wishes withOutside(Wishes told, Wishes known) {
        List<Set<DepartmentId>> ranked = new ArrayList<>(told.ranked());
        ranked.addAll(ranked(known, this::isOutside));
        Set<DepartmentId> refused = new TreeSet<>(told.refused());
        refused.addAll(chosen(known.refused(), this::isOutside));
        return with(told, ranked, refused);
    }

    private static List<Set<DepartmentId>> ranked(Wishes wishes, Predicate<DepartmentId> which) {
        return wishes.ranked().stream()
                .map(group -> chosen(group, which))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private static Set<DepartmentId> chosen(Set<DepartmentId> departments, Predicate<DepartmentId> which) {
        return departments.stream().filter(which).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Wishes with(Wishes wishes, List<Set<DepartmentId>> ranked, Set<DepartmentId> refused) {
        return new Wishes(
                ranked,
                wishes.onlyRanked(),
                refused,
                wishes.earliestStart(),
                wishes.blocked(),
                wishes.weight(),
                wishes.wholeOnly());
    }

    private ApprovedMonths seen(ApprovedMonths approved) {
        return approved.department() == null || !isOutside(approved.department())
                ? approved
                : new ApprovedMonths(null, everywhere.get().name(approved.department()), approved.months());
    }

    /** Months somewhere else, at the department that is known by that name. */
    private ApprovedMonths back(ApprovedMonths told, List<ApprovedMonths> known) {
        return known.stream()
                .filter(each -> each.department() != null && isOutside(each.department()))
                .filter(each ->
                        told.department() == null && Objects.equals(seen(each).elsewhere(), told.elsewhere()))
                .findFirst()
                .map(each -> new ApprovedMonths(each.department(), null, told.months()))
                .orElse(told);
    }
}
