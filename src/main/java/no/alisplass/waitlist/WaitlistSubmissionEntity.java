package no.alisplass.waitlist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import no.alisplass.domain.AreaCode;
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

    @EmbeddedId
    Key key;

    @Column(name = "away_limit")
    Integer awayLimit;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String content;

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
                receipt());
    }
}
