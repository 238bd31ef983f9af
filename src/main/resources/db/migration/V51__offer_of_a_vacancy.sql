-- An offer is of a round or of a vacancy, and so is a placement. The seat of a vacancy has an id that no position has: vikariat--17.

ALTER TABLE earmarked_position ADD CONSTRAINT no_position_is_called_as_a_vacancy CHECK (id !~ '^vikariat--[0-9]+$');
ALTER TABLE allocation_round ADD CONSTRAINT no_round_is_called_as_a_vacancy CHECK (id !~ '^vikariat--[0-9]+$');

ALTER TABLE placement ALTER COLUMN run_id DROP NOT NULL;
ALTER TABLE placement ADD COLUMN vacancy_id bigint REFERENCES sporadic_vacancy;
ALTER TABLE placement ADD COLUMN given_at timestamptz;
ALTER TABLE placement DROP CONSTRAINT placement_position_id_fkey;
ALTER TABLE placement ADD COLUMN earmarked_id text
    GENERATED ALWAYS AS (CASE WHEN vacancy_id IS NULL THEN position_id END) STORED REFERENCES earmarked_position;
ALTER TABLE placement ADD CONSTRAINT a_placement_is_of_a_run_or_of_a_vacancy CHECK (
    num_nonnulls(run_id, vacancy_id) = 1 AND (vacancy_id IS NULL) = (given_at IS NULL));
ALTER TABLE placement ADD CONSTRAINT the_seat_of_a_vacancy_is_called_as_it CHECK (
    vacancy_id IS NULL OR (position_id = 'vikariat--' || vacancy_id AND seat_number = 1));
CREATE UNIQUE INDEX a_vacancy_has_one_holder ON placement (vacancy_id) WHERE active AND vacancy_id IS NOT NULL;
CREATE INDEX placement_vacancy ON placement (vacancy_id);
CREATE INDEX placement_earmarked ON placement (earmarked_id);
COMMENT ON TABLE placement IS 'A doctor in a seat for a period, by an approved run or in a vacancy';
COMMENT ON COLUMN placement.run_id IS 'The run that placed the doctor; empty in a vacancy.';
COMMENT ON COLUMN placement.vacancy_id IS 'The vacancy; empty for what a run gave.';
COMMENT ON COLUMN placement.given_at IS 'When a vacancy was given, by the application clock; what a run gave was when the run was approved.';
COMMENT ON COLUMN placement.earmarked_id IS 'The position, of what a run gave: what position_id is then.';
COMMENT ON COLUMN placement.position_id IS 'The position; of a vacancy vikariat-- and its number.';
COMMENT ON COLUMN placement.half_year IS 'The half-year; of a vacancy the one it begins in.';

ALTER TABLE offer ALTER COLUMN round_id DROP NOT NULL;
ALTER TABLE offer ALTER COLUMN offer_round DROP NOT NULL;
ALTER TABLE offer ALTER COLUMN run_id DROP NOT NULL;
ALTER TABLE offer ADD COLUMN vacancy_id bigint REFERENCES sporadic_vacancy;
ALTER TABLE offer ADD CONSTRAINT an_offer_is_of_a_round_or_of_a_vacancy CHECK (
    (vacancy_id IS NULL AND num_nonnulls(round_id, offer_round, run_id) = 3)
    OR (vacancy_id IS NOT NULL AND num_nonnulls(round_id, offer_round, run_id) = 0));
ALTER TABLE offer ADD CONSTRAINT no_higher_wish_is_waited_for_in_a_vacancy CHECK (
    vacancy_id IS NULL OR state NOT IN ('ACCEPTED_UPGRADABLE', 'UPGRADED'));
CREATE UNIQUE INDEX a_vacancy_is_offered_to_one_at_a_time ON offer (vacancy_id) WHERE live AND vacancy_id IS NOT NULL;
CREATE INDEX offer_vacancy ON offer (vacancy_id);
COMMENT ON COLUMN offer.round_id IS 'The approved round; empty for a vacancy.';
COMMENT ON COLUMN offer.offer_round IS 'The offer round it goes out with; empty for a vacancy.';
COMMENT ON COLUMN offer.run_id IS 'The approved run that gave the seats; empty for a vacancy.';
COMMENT ON COLUMN offer.vacancy_id IS 'The vacancy; empty for what a round gave.';

ALTER TABLE offer_seat DROP CONSTRAINT offer_seat_position_id_fkey;
ALTER TABLE offer_seat ADD COLUMN earmarked_id text
    GENERATED ALWAYS AS (CASE WHEN position_id !~ '^vikariat--[0-9]+$' THEN position_id END) STORED REFERENCES earmarked_position;
CREATE INDEX offer_seat_earmarked ON offer_seat (earmarked_id);
COMMENT ON COLUMN offer_seat.position_id IS 'The position; of a vacancy vikariat-- and its number.';
COMMENT ON COLUMN offer_seat.earmarked_id IS 'The position, of an offer of a round: what position_id is then.';
COMMENT ON COLUMN offer_seat.half_year IS 'The half-year; of a vacancy the one it begins in.';
