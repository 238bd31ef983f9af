package no.alisplass.waitlist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.RoundId;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "waitlist_submission")
class WaitlistSubmissionEntity {
    @Embeddable
    record Key(
            @Column(name = "round_id") String round,
            @Column(name = "area_code") String area,
            @Column(name = "number") int number)
            implements Serializable {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @EmbeddedId
    Key key;

    @Column(name = "away_limit")
    Integer awayLimit;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String content;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String records;

    String sha256;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "submitted_by")
    String submittedBy;

    @Column(name = "idempotency_key")
    String idempotencyKey;

    Receipt receipt() {
        return new Receipt(key.number(), submittedAt, submittedBy, sha256);
    }

    Submission submission() {
        return new Submission(
                new RoundId(key.round()),
                new AreaCode(key.area()),
                key.number(),
                SubmissionState.SUBMITTED,
                awayLimit,
                WaitlistContent.read(content),
                receipt(),
                records == null ? Map.of() : read(records));
    }

    static String write(Map<HprNumber, Long> records) {
        Map<String, Long> byDigits = new TreeMap<>();
        records.forEach((hpr, version) -> byDigits.put(hpr.digits(), version));
        try {
            return JSON.writeValueAsString(byDigits);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("The versions of records cannot be written as JSON");
        }
    }

    private static Map<HprNumber, Long> read(String records) {
        Map<HprNumber, Long> versions = new TreeMap<>();
        try {
            JSON.readTree(records)
                    .properties()
                    .forEach(each -> versions.put(
                            new HprNumber(Integer.parseInt(each.getKey())),
                            each.getValue().longValue()));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("Stored versions of records cannot be read at " + fault.getLocation());
        }
        return versions;
    }
}
