-- Wishes that are taken back or put in another order between refills (docs/offers.md).

CREATE TABLE wish_change (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id   text NOT NULL REFERENCES offer_course,
    hpr        integer NOT NULL CHECK (hpr BETWEEN 1 AND 999999999),
    version    bigint NOT NULL CHECK (version >= 1),
    removed    text NOT NULL,
    wish_order text,
    actor      text NOT NULL CHECK (actor IN ('AREA', 'DOCTOR')),
    made_by    text NOT NULL CHECK (made_by <> ''),
    made_at    timestamptz NOT NULL,
    CONSTRAINT wishes_are_saved_one_after_another UNIQUE (round_id, hpr, version),
    CONSTRAINT a_change_of_wishes_changes_something CHECK (removed <> '[]' OR wish_order IS NOT NULL OR version > 1)
);
COMMENT ON TABLE wish_change IS 'What a doctor''s wishes in a round are since somebody changed them after its approval: the latest of a doctor counts, in the next refill. The frozen round is as it was. Append-only.';
COMMENT ON COLUMN wish_change.id IS 'Running number.';
COMMENT ON COLUMN wish_change.round_id IS 'The round.';
COMMENT ON COLUMN wish_change.hpr IS 'The doctor.';
COMMENT ON COLUMN wish_change.version IS 'Which change of the doctor''s, from 1.';
COMMENT ON COLUMN wish_change.removed IS 'All that is taken back by now, as a JSON list of keys: departments with their months, and half-years.';
COMMENT ON COLUMN wish_change.wish_order IS 'What stood above the seat held, best first, as a JSON list of lists of keys, those of one list alike; empty for the round''s order.';
COMMENT ON COLUMN wish_change.actor IS 'As what it was changed: the doctor, or the municipality that has the doctor.';
COMMENT ON COLUMN wish_change.made_by IS 'The user who changed it.';
COMMENT ON COLUMN wish_change.made_at IS 'When, by the application clock.';
CREATE TRIGGER wish_change_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wish_change
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();
