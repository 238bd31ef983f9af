-- Of two half-years that go together the later may be given up on its own: the offer goes on with the first.

ALTER TABLE offer ADD COLUMN give_up_asked text CHECK (give_up_asked IN ('HAS_OTHER_POSITION', 'LEAVE_NOT_POSSIBLE', 'NO_LOCUM',
    'LEFT_AREA', 'NO_LONGER_NEEDED', 'WEIGHTY', 'OTHER'));
ALTER TABLE offer ADD CONSTRAINT only_of_a_yes_a_half_is_given_up CHECK (
    give_up_asked IS NULL OR state IN ('ACCEPTED', 'ACCEPTED_UPGRADABLE', 'CONFIRMED', 'STARTED'));
COMMENT ON COLUMN offer.give_up_asked IS 'Why it was asked to give up the later half-year and keep the first, while that is not decided.';

CREATE TABLE offer_given_up (
    offer_id     bigint NOT NULL REFERENCES offer,
    event        bigint NOT NULL,
    position_id  text NOT NULL REFERENCES earmarked_position,
    half_year    text NOT NULL CHECK (half_year ~ '^[0-9]{4}-[VH]$'),
    seat_number  integer NOT NULL CHECK (seat_number >= 1),
    period       daterange NOT NULL CHECK (NOT isempty(period)),
    placement_id bigint NOT NULL UNIQUE REFERENCES placement,
    PRIMARY KEY (offer_id, event),
    FOREIGN KEY (offer_id, event) REFERENCES offer_event (offer_id, number)
);
CREATE INDEX offer_given_up_position ON offer_given_up (position_id);
COMMENT ON TABLE offer_given_up IS 'Seats that an offer had, and that were given up while the doctor kept the other one.';
COMMENT ON COLUMN offer_given_up.offer_id IS 'The offer.';
COMMENT ON COLUMN offer_given_up.event IS 'Number of the step by which it was given up.';
COMMENT ON COLUMN offer_given_up.position_id IS 'The position.';
COMMENT ON COLUMN offer_given_up.half_year IS 'The half-year.';
COMMENT ON COLUMN offer_given_up.seat_number IS 'Which of the position''s seats, from 1.';
COMMENT ON COLUMN offer_given_up.period IS 'First day to last day.';
COMMENT ON COLUMN offer_given_up.placement_id IS 'What the approved run gave; it is no longer active.';
CREATE FUNCTION offer_given_up_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION offer_given_up_is_append_only() IS 'Refuses to change or delete which seats were given up.';
CREATE TRIGGER offer_given_up_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON offer_given_up
    FOR EACH STATEMENT EXECUTE FUNCTION offer_given_up_is_append_only();
