package no.alisplass.waitlist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.RoundId;
import org.hibernate.annotations.ColumnTransformer;

@Entity
@Table(name = "waitlist_draft")
class WaitlistDraftEntity {
    @Embeddable
    record Key(
            @Column(name = "round_id") String round,
            @Column(name = "area_code") String area) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "away_limit")
    Integer awayLimit;

    @Column(columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    String content;

    @Version
    long version;

    Submission draft() {
        return new Submission(
                new RoundId(key.round()),
                new AreaCode(key.area()),
                version,
                SubmissionState.DRAFT,
                awayLimit,
                WaitlistContent.read(content),
                null);
    }
}
