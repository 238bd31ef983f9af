package no.alisplass.allocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import no.alisplass.domain.RoundId;

/**
 * What a round is frozen from, told in one short text that changes when any of it does: the round itself, the lists sent to it, what
 * is settled by hand or about doctors on several lists, what of an approved one is corrected, what other rounds and vacancies have given, what the
 * hospital offers, the areas, and what is agreed with them. Whoever
 * lets freezing read something more tells it here too. Policies are files that no running service changes; the round says which.
 */
@ApplicationScoped
class RoundStamps {
    /**
     * Rows as they stand, so that nobody has to remember to count a change. Of a list that was sent, which nothing changes any more,
     * all but its content, for which its hash stands.
     */
    static final String STAMP = """
            select encode(sha256(convert_to(concat_ws(chr(10),
                cast(r as text),
                coalesce((select string_agg(concat_ws(' ', s.area_code, s.number, s.away_limit, s.sha256, s.submitted_at, s.xmin),
                                            chr(10) order by s.area_code, s.number)
                          from waitlist_submission s where s.round_id = r.id), ''),
                coalesce((select string_agg(cast(t as text), chr(10) order by t.hpr_number)
                          from settled_list t where t.round_id = r.id), ''),
                coalesce((select string_agg(cast(c as text), chr(10) order by c.number)
                          from round_correction c where c.round_id = r.id), ''),
                coalesce((select string_agg(cast(e as text), chr(10) order by e.number)
                          from round_correction_ended e where e.round_id = r.id), ''),
                coalesce((select string_agg(cast(p as text), chr(10) order by p.hpr)
                          from pin p where p.round_id = r.id), ''),
                coalesce((select string_agg(concat_ws(' ', cast(p as text), u.approved_at, o.id, o.title, d.name), chr(10)
                                            order by p.id)
                          from placement p left join allocation_run u on u.id = p.run_id
                              left join allocation_round o on o.id = u.round_id
                              left join sporadic_vacancy v on v.id = p.vacancy_id left join department d on d.id = v.department_id
                          where (p.active or p.withdrawn_late_at is not null) and o.id is distinct from r.id), ''),
                (select cast(h as text) from hospital h where h.id = r.hospital_id),
                coalesce((select string_agg(cast(v as text), chr(10) order by v.name)
                          from hospital_division v where v.hospital_id = r.hospital_id), ''),
                coalesce((select string_agg(cast(d as text), chr(10) order by d.id)
                          from department d where d.hospital_id = r.hospital_id), ''),
                coalesce((select string_agg(cast(e as text), chr(10) order by e.id)
                          from earmarked_position e where e.hospital_id = r.hospital_id), ''),
                coalesce((select string_agg(cast(n as text), chr(10) order by n.position_id, n.half_year)
                          from position_seats n join earmarked_position e on e.id = n.position_id
                          where e.hospital_id = r.hospital_id), ''),
                coalesce((select string_agg(cast(a as text), chr(10) order by a.code) from area a), ''),
                coalesce((select string_agg(cast(m as text), chr(10) order by m.id) from catchment_membership m), ''),
                coalesce((select string_agg(cast(k as text), chr(10) order by k.id) from specialist_shortage k), ''),
                coalesce((select string_agg(cast(g as text), chr(10) order by g.area_code)
                          from training_agreement g where g.hospital_id = r.hospital_id), '')
            ), 'UTF8')), 'hex') from allocation_round r where r.id = ?
            """;

    private static final String ONE_VIEW = "set transaction isolation level repeatable read, read only";

    private final DataSource database;
    private final EntityManager entities;

    RoundStamps(DataSource database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    /** As the transaction sees the round, which must exist; with what is not written yet. Without a transaction, as it stands. */
    String of(RoundId round) {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            entities.flush();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(STAMP)) {
            query.setString(1, round.value());
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("What the round " + round + " stands on cannot be read", fault);
        }
    }

    /** From now on, and until the transaction ends, shows everything as it stood at one moment. Nothing may have been read before. */
    void holdStill() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ONE_VIEW);
        } catch (SQLException fault) {
            throw new IllegalStateException("The database cannot be held still", fault);
        }
    }
}
