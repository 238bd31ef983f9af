package no.alisplass.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.DepartmentId;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import no.alisplass.offer.life.Whom;
import no.alisplass.offer.stop.Stops;

/** What each was to be told of all their offers, and what of it waits for them. */
@ApplicationScoped
public class OfferNews {
    /** An answer, what an area must tick before a doctor can accept, a decision; until the offer has gone on, or what was asked for is decided. */
    private static final String WAITS = """
            (case t.whom
                when 'DEPARTMENT' then t.code = 'offer.told-prepare' and o.state = 'DRAFT'
                when 'COORDINATOR' then not exists (select 1 from offer_told l where l.offer_id = t.offer_id
                        and l.whom = t.whom and l.code = t.code and l.event > t.event)
                    and (t.code = 'offer.told-ask-deferral' and o.deferral_asked
                        or t.code = 'offer.told-ask-give-up' and o.give_up_asked is not null
                        or t.code = 'offer.told-need-more' and o.needed is not null
                        or t.code = 'offer.told-ask-time' and o.time_asked is not null
                        or t.code = 'offer.told-ask-recall' and o.recall_asked_by is not null
                        or t.code = 'offer.told-ask-withdrawal' and o.withdrawal_asked is not null)
                else o.state = 'SENT' and t.answer_by = o.answer_by and t.answer_by > :now and not\s""" + Stops.STOPPED + """
                    and (coalesce((select s.answered_by from offer_settings s where s.hospital_id = o.hospital_id), 'BOTH')
                            in ('BOTH', t.whom)
                        or t.whom = 'AREA' and not (o.leave and o.locum) and exists (select 1 from offer_settings s
                            where s.hospital_id = o.hospital_id and s.leave_and_locum = 'BLOCK'))
            end)
            """;

    /** The area that has the doctor of the offer or of the wishes by now. */
    private static final String HOLDER = """
             coalesce((select d.area_code from registered_doctor d where d.hpr = coalesce(o.hpr, w.hpr)
                and d.closed_reason is distinct from 'ENTERED_IN_ERROR'), o.area_code, t.area_code)
            """;

    private static final String OF = """
             from offer_told t left join offer o on o.id = t.offer_id left join wish_change w on w.id = t.wish_change
            where t.whom = :whom and (:hospital = '' or t.hospital_id = :hospital)
                and (:department = '' or t.department_id = :department) and (:area = '' or :area =""" + HOLDER + """
                )
                and (:hpr = 0 or t.hpr = :hpr) and (not :waiting or coalesce(""" + WAITS + ", false))";

    private static final String READ = "select t.offer_id, t.event, t.whom, t.code, t.hospital_id, t.department_id,"
            + " case when :area = '' then t.area_code else :area end as area_code, t.hpr, t.answer_by,"
            + " t.at, w.round_id, coalesce(" + WAITS + ", false) as waits" + OF + " order by t.id desc";

    private final EntityManager database;
    private final Clock clock;

    OfferNews(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The latest first.
     *
     * @param by a doctor, an area, a department or a coordinator
     * @param waiting only what waits for them
     * @param page from 0
     */
    @Transactional
    @SuppressWarnings("unchecked")
    public News.Page of(Acting by, boolean waiting, int page, int size) {
        List<Tuple> rows = asked(database.createNativeQuery(READ, Tuple.class), by, waiting)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList();
        Number total = (Number) asked(database.createNativeQuery("select count(*)" + OF), by, waiting)
                .getSingleResult();
        return new News.Page(rows.stream().map(OfferNews::news).toList(), page, size, total.longValue());
    }

    private Query asked(Query query, Acting by, boolean waiting) {
        return query.setParameter("whom", by.actor().name())
                .setParameter("hospital", text(by.hospital()))
                .setParameter("department", text(by.department()))
                .setParameter("area", text(by.area()))
                .setParameter("hpr", by.doctor() == null ? 0 : by.doctor().value())
                .setParameter("now", clock.instant())
                .setParameter("waiting", waiting);
    }

    private static News news(Tuple row) {
        String department = row.get("department_id", String.class);
        String area = row.get("area_code", String.class);
        Integer hpr = row.get("hpr", Integer.class);
        String round = row.get("round_id", String.class);
        Told told = new Told(
                row.get("offer_id", Long.class),
                row.get("event", Long.class),
                Whom.valueOf(row.get("whom", String.class)),
                row.get("code", String.class),
                new HospitalId(row.get("hospital_id", String.class)),
                department == null ? null : new DepartmentId(department),
                area == null ? null : new AreaCode(area),
                hpr == null ? null : new HprNumber(hpr),
                row.get("answer_by", Instant.class),
                row.get("at", Instant.class),
                round == null ? null : new RoundId(round));
        return new News(told, row.get("waits", Boolean.class));
    }

    private static String text(Object id) {
        return id == null ? "" : id.toString();
    }
}
