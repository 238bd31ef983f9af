package no.alisplass.explanation;

import java.time.LocalDate;
import no.alisplass.domain.Affiliation;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.DoctorId;
import no.alisplass.domain.GroupSupervision;
import no.alisplass.domain.HalfYear;
import no.alisplass.problem.Stay;

/** One thing that would be different. */
public sealed interface What {
    /** What sort of thing; what is nearest at hand comes first, and is told first. */
    enum Kind {
        LEAVE,
        AFFILIATION_END,
        LIMIT,
        DEPARTMENTS,
        HALF_YEARS,
        HALVES,
        START,
        SERVICE,
        PROGRESS,
        BY_HAND,
        SEATS,
        AFFILIATION,
        CATCHMENT,
        /** Two of the others at once. */
        TWO
    }

    Kind kind();

    /** The municipality would grant leave. */
    record LeaveGranted() implements What {
        @Override
        public Kind kind() {
            return Kind.LEAVE;
        }
    }

    /** The doctor would belong to the municipality in another way, without an end where that way has none. */
    record OtherAffiliation(Affiliation affiliation) implements What {
        @Override
        public Kind kind() {
            return Kind.AFFILIATION;
        }
    }

    /** The affiliation would last to the end of the round. */
    record AffiliationUntil(LocalDate day) implements What {
        @Override
        public Kind kind() {
            return Kind.AFFILIATION_END;
        }
    }

    /** The area would belong to the catchment for everything the hospital offers. */
    record InCatchment() implements What {
        @Override
        public Kind kind() {
            return Kind.CATCHMENT;
        }
    }

    /** So many whole months of counted service more; with one less nothing would change. */
    record CountedService(int months) implements What {
        @Override
        public Kind kind() {
            return Kind.SERVICE;
        }
    }

    /** So many completed learning objectives more; with one less nothing would change. */
    record Objectives(int more) implements What {
        @Override
        public Kind kind() {
            return Kind.PROGRESS;
        }
    }

    /** So many completed learning activities more; with one less nothing would change. */
    record Activities(int more) implements What {
        @Override
        public Kind kind() {
            return Kind.PROGRESS;
        }
    }

    record Supervision(GroupSupervision reached) implements What {
        @Override
        public Kind kind() {
            return Kind.PROGRESS;
        }
    }

    /** The doctor would take a department that is refused or not among the wishes, after all others. */
    record AcceptedDepartment(DepartmentId department) implements What {
        @Override
        public Kind kind() {
            return Kind.DEPARTMENTS;
        }
    }

    /** The doctor could go in a half-year that is blocked. */
    record OpenHalfYear(HalfYear halfYear) implements What {
        @Override
        public Kind kind() {
            return Kind.HALF_YEARS;
        }
    }

    /** The doctor would take a first part alone, rather than the whole service or nothing. */
    record FirstPartAlone() implements What {
        @Override
        public Kind kind() {
            return Kind.HALVES;
        }
    }

    /** The doctor could start as early as this. */
    record EarlierStart(HalfYear halfYear) implements What {
        @Override
        public Kind kind() {
            return Kind.START;
        }
    }

    /** The municipality could spare one doctor more. */
    record HigherLimit(HalfYear halfYear) implements What {
        @Override
        public Kind kind() {
            return Kind.LIMIT;
        }
    }

    /** The outcome of a doctor, this one or another, would not be settled by hand. */
    record NotByHand(DoctorId doctor) implements What {
        @Override
        public Kind kind() {
            return Kind.BY_HAND;
        }
    }

    /** One seat more. */
    record MoreSeats(Stay stay) implements What {
        @Override
        public Kind kind() {
            return Kind.SEATS;
        }
    }
}
