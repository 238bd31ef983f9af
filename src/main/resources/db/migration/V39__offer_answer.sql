-- Answers to offers, given in two steps, and what must be told of each step.

CREATE TABLE offer_answer (
    key      uuid PRIMARY KEY,
    offer_id bigint NOT NULL REFERENCES offer,
    step     text NOT NULL CHECK (step IN ('ACCEPT', 'ACCEPT_UPGRADABLE', 'DECLINE', 'SETTLE')),
    reason   text CHECK (reason ~ '^[A-Z_]+$'),
    actor    text NOT NULL CHECK (actor IN ('DOCTOR', 'AREA')),
    begun_by text NOT NULL CHECK (begun_by <> ''),
    begun_at timestamptz NOT NULL,
    event    bigint,
    given_at timestamptz,
    not_arranged text,
    FOREIGN KEY (offer_id, event) REFERENCES offer_event (offer_id, number),
    CONSTRAINT what_is_given_has_an_event CHECK (
        (event IS NULL) = (given_at IS NULL) AND (event IS NULL) = (not_arranged IS NULL)),
    CONSTRAINT a_no_has_a_reason CHECK ((reason IS NOT NULL) = (step = 'DECLINE'))
);
CREATE INDEX offer_answer_event ON offer_answer (offer_id, event);
CREATE INDEX offer_answer_begun ON offer_answer (begun_at) WHERE given_at IS NULL;
CREATE UNIQUE INDEX an_offer_is_answered_once ON offer_answer (offer_id) WHERE given_at IS NOT NULL AND step <> 'SETTLE';
COMMENT ON TABLE offer_answer IS 'What somebody is about to answer, and from the second step on has answered. What is not confirmed is deleted after some days.';
COMMENT ON COLUMN offer_answer.key IS 'Drawn; whoever confirms shows it.';
COMMENT ON COLUMN offer_answer.offer_id IS 'The offer.';
COMMENT ON COLUMN offer_answer.step IS 'The answer.';
COMMENT ON COLUMN offer_answer.reason IS 'Why the offer is declined, from a list.';
COMMENT ON COLUMN offer_answer.actor IS 'As what it is answered: the DOCTOR, or the AREA on the doctor''s behalf.';
COMMENT ON COLUMN offer_answer.begun_by IS 'User who began, and who alone can confirm.';
COMMENT ON COLUMN offer_answer.begun_at IS 'When, by the application clock.';
COMMENT ON COLUMN offer_answer.event IS 'The event of the offer that is the answer; empty while it is not confirmed.';
COMMENT ON COLUMN offer_answer.given_at IS 'When it was confirmed.';
COMMENT ON COLUMN offer_answer.not_arranged IS 'What of leave and locum was warned of when it was confirmed, by commas; empty before.';

CREATE TABLE offer_told (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    offer_id      bigint NOT NULL,
    event         bigint NOT NULL,
    whom          text NOT NULL CHECK (whom IN ('DOCTOR', 'AREA', 'DEPARTMENT', 'COORDINATOR')),
    code          text NOT NULL CHECK (code ~ '^offer\.told-[a-z-]+$'),
    hospital_id   text NOT NULL REFERENCES hospital,
    department_id text REFERENCES department,
    area_code     text REFERENCES area,
    hpr           integer CHECK (hpr BETWEEN 1 AND 999999999),
    answer_by     timestamptz,
    at            timestamptz NOT NULL,
    FOREIGN KEY (offer_id, event) REFERENCES offer_event (offer_id, number),
    CONSTRAINT a_doctor_is_told_by_number CHECK ((whom = 'DOCTOR') = (hpr IS NOT NULL)),
    CONSTRAINT an_area_is_told_by_code CHECK ((whom = 'AREA') = (area_code IS NOT NULL)),
    CONSTRAINT a_department_is_told_by_id CHECK ((whom = 'DEPARTMENT') = (department_id IS NOT NULL))
);
CREATE INDEX offer_told_event ON offer_told (offer_id, event);
CREATE INDEX offer_told_hospital ON offer_told (hospital_id);
CREATE INDEX offer_told_department ON offer_told (department_id);
CREATE INDEX offer_told_area ON offer_told (area_code);
CREATE INDEX offer_told_hpr ON offer_told (hpr);
COMMENT ON TABLE offer_told IS 'What must be told to somebody of a step, written with the step. Append-only. That it stands here does not mean that anything was sent.';
COMMENT ON COLUMN offer_told.id IS 'Order of recording.';
COMMENT ON COLUMN offer_told.offer_id IS 'The offer.';
COMMENT ON COLUMN offer_told.event IS 'Which of its events.';
COMMENT ON COLUMN offer_told.whom IS 'As what somebody is told.';
COMMENT ON COLUMN offer_told.code IS 'What is told: the code of a text.';
COMMENT ON COLUMN offer_told.hospital_id IS 'The hospital, whose coordinators are told where nobody else is.';
COMMENT ON COLUMN offer_told.department_id IS 'The department that is told.';
COMMENT ON COLUMN offer_told.area_code IS 'The municipality or Oslo district that is told.';
COMMENT ON COLUMN offer_told.hpr IS 'HPR number of the doctor who is told.';
COMMENT ON COLUMN offer_told.answer_by IS 'Until when something is to be done about it; empty where nothing is.';
COMMENT ON COLUMN offer_told.at IS 'When, by the application clock.';
CREATE TRIGGER offer_told_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON offer_told
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();
