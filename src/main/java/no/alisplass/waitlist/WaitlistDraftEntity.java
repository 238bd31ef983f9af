package no.alisplass.waitlist;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
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
    String chosen;

    /** Less the versions of the chosen doctors' records: with them it is the number of the latest change. */
    long version;
}
