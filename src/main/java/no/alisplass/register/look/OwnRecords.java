package no.alisplass.register.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.Result;
import no.alisplass.register.DoctorChange;
import no.alisplass.register.DoctorPage;
import no.alisplass.register.Register;

/** What is registered about the doctor who asks. */
@ApplicationScoped
public class OwnRecords {
    private static final int ANSWERS = 20;
    private static final int CHANGES = 100;

    private final LookStore store;
    private final AnswerStore answers;
    private final Register register;
    private final Catchment catchment;

    @Inject
    OwnRecords(LookStore store, AnswerStore answers, Register register, Catchment catchment) {
        this.store = store;
        this.answers = answers;
        this.register = register;
        this.catchment = catchment;
    }

    /** Empty when no area holds the doctor, and where a record of the number was an error: it is about somebody else. */
    @Transactional
    public Optional<OwnRecord> of(HprNumber hpr) {
        return store.holder(hpr).filter(held -> !held.error()).flatMap(held -> {
            Area area = catchment.area(held.area()).orElseThrow();
            return found(register.doctor(held.area(), hpr))
                    .map(record -> new OwnRecord(
                            record, area, Origin.of(changes(held.area(), hpr)), answers.of(held.area(), hpr, ANSWERS)));
        });
    }

    /** All since the area came to have the doctor, the latest first. */
    private List<DoctorChange> changes(AreaCode area, HprNumber hpr) {
        List<DoctorChange> all = new ArrayList<>();
        long total;
        int page = 0;
        do {
            Optional<DoctorPage.History> history = found(register.history(area, hpr, page, CHANGES));
            total = history.map(DoctorPage.History::total).orElse(0L);
            history.ifPresent(each -> all.addAll(each.changes()));
            page++;
        } while (all.size() < total && page < CHANGES);
        return all;
    }

    private static <T> Optional<T> found(Result<T> result) {
        return result instanceof Result.Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }
}
