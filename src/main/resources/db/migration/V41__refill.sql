-- Refills: what each was asked of, what it gave, and the proof of it (docs/offers.md).

CREATE TABLE refill (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id         text NOT NULL REFERENCES offer_course,
    number           integer NOT NULL CHECK (number >= 1),
    offer_round      integer,
    mode             text NOT NULL CHECK (mode IN ('UPGRADES', 'WAITING_ONLY')),
    placed           integer NOT NULL CHECK (placed >= 0),
    upgraded         integer NOT NULL CHECK (upgraded >= 0),
    problem          text NOT NULL,
    problem_hash     text NOT NULL CHECK (problem_hash ~ '^[0-9a-f]{64}$'),
    outcome          text NOT NULL,
    outcome_hash     text NOT NULL CHECK (outcome_hash ~ '^[0-9a-f]{64}$'),
    certificate      text NOT NULL,
    certificate_hash text NOT NULL CHECK (certificate_hash ~ '^[0-9a-f]{64}$'),
    made_by          text NOT NULL CHECK (made_by <> ''),
    made_at          timestamptz NOT NULL,
    UNIQUE (round_id, number),
    FOREIGN KEY (round_id, offer_round) REFERENCES offer_round (round_id, number),
    CONSTRAINT who_is_placed_has_an_offer CHECK ((placed > 0) = (offer_round IS NOT NULL)),
    CONSTRAINT a_refill_gives_something CHECK (placed + upgraded > 0)
);
CREATE INDEX refill_offer_round ON refill (round_id, offer_round);
COMMENT ON TABLE refill IS 'A refill of a round: seats that were free, given by the round''s order without anyone losing what is held. Stored only when the independent checker has accepted its certificate. Append-only.';
COMMENT ON COLUMN refill.id IS 'Running number.';
COMMENT ON COLUMN refill.round_id IS 'The approved round.';
COMMENT ON COLUMN refill.number IS 'Which refill of the round, from 1.';
COMMENT ON COLUMN refill.offer_round IS 'The offer round it made; empty where it only moved doctors who hold a seat.';
COMMENT ON COLUMN refill.mode IS 'Whether who has asked for something better could be moved (UPGRADES), or only who waits got anything (WAITING_ONLY).';
COMMENT ON COLUMN refill.placed IS 'How many got a seat who had none.';
COMMENT ON COLUMN refill.upgraded IS 'How many got a better one.';
COMMENT ON COLUMN refill.problem IS 'What it was asked of, canonical JSON, without names.';
COMMENT ON COLUMN refill.problem_hash IS 'SHA-256 of the problem.';
COMMENT ON COLUMN refill.outcome IS 'What it gave, canonical JSON.';
COMMENT ON COLUMN refill.outcome_hash IS 'SHA-256 of the outcome.';
COMMENT ON COLUMN refill.certificate IS 'The proof, canonical JSON.';
COMMENT ON COLUMN refill.certificate_hash IS 'SHA-256 of the certificate.';
COMMENT ON COLUMN refill.made_by IS 'The coordinator who did it.';
COMMENT ON COLUMN refill.made_at IS 'When, by the application clock.';
CREATE TRIGGER refill_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON refill
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();
