package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HalfYear;
import no.alisplass.domain.Months;
import no.alisplass.domain.PositionId;
import no.alisplass.offer.served.FewerReason;
import no.alisplass.offer.served.Leg;
import no.alisplass.offer.served.ServedLeg;

/** What was served of offers, in the database. */
@ApplicationScoped
class ServedStore {
    private static final String ADD = "insert into offer_service (offer_id, position_id, half_year, department_id,"
            + " first_day, last_day, months, fewer, event) values (:offer, :position, :halfYear, :department, :from, :to,"
            + " :months, cast(:fewer as text), :event)";

    private static final String OF = "select position_id, half_year, department_id, last_day, months, fewer, event"
            + " from offer_service where offer_id = :offer";

    private final EntityManager database;

    ServedStore(EntityManager database) {
        this.database = database;
    }

    void add(long offer, List<ServedLeg> served) {
        for (ServedLeg each : served) {
            database.createNativeQuery(ADD)
                    .setParameter("offer", offer)
                    .setParameter("position", each.leg().position().value())
                    .setParameter("halfYear", each.leg().halfYear().toString())
                    .setParameter("department", each.leg().department().value())
                    .setParameter("from", each.leg().from())
                    .setParameter("to", each.to())
                    .setParameter("months", each.months().value())
                    .setParameter(
                            "fewer",
                            each.reason() == null ? null : each.reason().name())
                    .setParameter("event", each.event())
                    .executeUpdate();
        }
    }

    /** What is confirmed of the legs of an offer. */
    @SuppressWarnings("unchecked")
    Map<Leg.Key, ServedLeg> of(Offer offer) {
        Map<Leg.Key, Leg> legs = offer.legs().stream().collect(Collectors.toMap(Leg::key, Function.identity()));
        List<Tuple> rows = database.createNativeQuery(OF, Tuple.class)
                .setParameter("offer", offer.id())
                .getResultList();
        return rows.stream()
                .map(row -> new ServedLeg(
                        legs.get(new Leg.Key(
                                new PositionId(row.get("position_id", String.class)),
                                HalfYear.parse(row.get("half_year", String.class)),
                                new DepartmentId(row.get("department_id", String.class)))),
                        day(row.get("last_day")),
                        Months.of(row.get("months", BigDecimal.class)),
                        row.get("fewer", String.class) == null
                                ? null
                                : FewerReason.valueOf(row.get("fewer", String.class)),
                        row.get("event", Long.class)))
                .collect(Collectors.toMap(each -> each.leg().key(), Function.identity()));
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
