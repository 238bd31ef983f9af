-- What was served in the end, as those who saw it say.

CREATE TABLE offer_service (
    offer_id      bigint NOT NULL,
    position_id   text NOT NULL,
    half_year     text NOT NULL,
    department_id text NOT NULL REFERENCES department,
    first_day     date NOT NULL,
    last_day      date NOT NULL,
    months        numeric(4, 1) NOT NULL CHECK (months BETWEEN 0 AND 12),
    fewer         text CHECK (fewer IN ('BEGAN_LATER', 'ENDED_EARLIER', 'PART_TIME', 'ABSENT', 'AIMS_NOT_MET', 'OTHER')),
    event         bigint NOT NULL,
    PRIMARY KEY (offer_id, position_id, half_year, department_id),
    FOREIGN KEY (offer_id, position_id, half_year) REFERENCES offer_seat,
    FOREIGN KEY (offer_id, event) REFERENCES offer_event (offer_id, number),
    CONSTRAINT service_ends_after_it_begins CHECK (first_day <= last_day)
);
CREATE INDEX offer_service_department ON offer_service (department_id);
CREATE INDEX offer_service_event ON offer_service (offer_id, event);
COMMENT ON TABLE offer_service IS 'What a doctor has served of an offer in each department, as confirmed. Never why somebody was away. Append-only: the database refuses changes and deletions.';
COMMENT ON COLUMN offer_service.offer_id IS 'The offer.';
COMMENT ON COLUMN offer_service.position_id IS 'The position.';
COMMENT ON COLUMN offer_service.half_year IS 'The half-year.';
COMMENT ON COLUMN offer_service.department_id IS 'The department.';
COMMENT ON COLUMN offer_service.first_day IS 'First day there.';
COMMENT ON COLUMN offer_service.last_day IS 'Last day there.';
COMMENT ON COLUMN offer_service.months IS 'Months that count: none where fewer were served than the least that counts in one department.';
COMMENT ON COLUMN offer_service.fewer IS 'Why they are fewer than the days come to, from a list; empty where they are not.';
COMMENT ON COLUMN offer_service.event IS 'The event of the offer by which it was confirmed: who and when.';
CREATE TRIGGER offer_service_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON offer_service
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();

ALTER TABLE placement ADD COLUMN served text;
COMMENT ON COLUMN placement.served IS 'JSON list of department and months, as legs: what was served in the end, once that is confirmed; empty before.';

ALTER TABLE registered_change DROP CONSTRAINT registered_change_what_check;
ALTER TABLE registered_change ADD CONSTRAINT registered_change_what_check CHECK (what IN (
    'REGISTERED', 'CHANGED', 'CONFIRMED', 'CLOSED', 'REOPENED', 'RELEASED', 'TAKEN_OVER', 'MIGRATED', 'SERVED'));
