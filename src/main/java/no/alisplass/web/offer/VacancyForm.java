package no.alisplass.web.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import no.alisplass.capacity.Vacancy;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.offer.Acting;
import no.alisplass.vacancy.VacancyWay;
import no.alisplass.web.shell.Flash;
import no.alisplass.web.shell.Form;
import no.alisplass.web.text.Names;

/** The form a vacancy is reported with: a department's and a coordinator's. */
@ApplicationScoped
public class VacancyForm {
    private static final int NOTE = 500;
    private static final String YES = "ja";

    private final VacancyWay way;
    private final Flash flash;

    @Inject
    VacancyForm(VacancyWay way, Flash flash) {
        this.way = way;
        this.flash = flash;
    }

    public static Form empty() {
        return Form.empty().with("onCall", YES);
    }

    /** Reports what stands in the form; empty, with what is wrong shown in it, when that is refused. */
    public Optional<VacancyWay.Reported> report(HospitalId hospital, Form form, Acting by) {
        DepartmentId department = form.chosen("department", DepartmentId::new).orElse(null);
        LocalDate from = form.requiredDate("from");
        LocalDate to = form.requiredDate("to");
        String note = form.lines("note", NOTE);
        return form.faulty()
                ? Optional.empty()
                : form.take(way.report(
                        hospital,
                        department,
                        from,
                        to,
                        form.has("onCall", YES),
                        note.isEmpty() ? null : note,
                        !form.has("notCounting", YES),
                        by));
    }

    /** Says on the next page what was reported. */
    public void tell(VacancyWay.Reported reported, Names names) {
        Vacancy vacancy = reported.vacancy().value();
        String told = !vacancy.counts()
                ? "vacancy-reported-own"
                : reported.warnings().isEmpty() ? "vacancy-reported" : "vacancy-reported-announce";
        flash.tell(told, names.department(vacancy.department()));
    }
}
