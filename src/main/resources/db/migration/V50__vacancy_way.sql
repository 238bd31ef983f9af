-- Sporadic vacancies the whole way: told, nominated to, ranked, offered, filled or released to all (docs/offers.md).

ALTER TABLE sporadic_vacancy DROP CONSTRAINT sporadic_vacancy_state_check;
ALTER TABLE sporadic_vacancy ADD CONSTRAINT sporadic_vacancy_state_check
    CHECK (state IN ('OPEN', 'OFFERED', 'FILLED', 'RELEASED', 'OWN', 'WITHDRAWN'));
ALTER TABLE sporadic_vacancy ADD COLUMN counts boolean NOT NULL DEFAULT true;
ALTER TABLE sporadic_vacancy ADD COLUMN policy_id text;
ALTER TABLE sporadic_vacancy ADD COLUMN policy_version integer;
ALTER TABLE sporadic_vacancy ADD COLUMN lottery_seed text;
ALTER TABLE sporadic_vacancy ADD COLUMN nominate_by timestamptz;
ALTER TABLE sporadic_vacancy ADD COLUMN release_at timestamptz;
ALTER TABLE sporadic_vacancy ADD CONSTRAINT what_does_not_count_is_not_offered
    CHECK (counts OR state NOT IN ('OPEN', 'OFFERED', 'RELEASED'));
ALTER TABLE sporadic_vacancy ADD CONSTRAINT a_vacancy_has_all_of_its_course_or_nothing CHECK (
    num_nonnulls(policy_id, policy_version, lottery_seed, nominate_by, release_at) IN (0, 5));
ALTER TABLE sporadic_vacancy ADD CONSTRAINT what_is_offered_has_its_course CHECK (state <> 'OFFERED' OR release_at IS NOT NULL);
CREATE INDEX sporadic_vacancy_due ON sporadic_vacancy (release_at) WHERE state = 'OPEN';
COMMENT ON COLUMN sporadic_vacancy.state IS 'OPEN, OFFERED to a doctor, FILLED, RELEASED to all, the department''s OWN, or WITHDRAWN by it.';
COMMENT ON COLUMN sporadic_vacancy.counts IS 'Whether the service counts towards the speciality; where it was said on purpose that it does not, the vacancy is the department''s own.';
COMMENT ON COLUMN sporadic_vacancy.policy_id IS 'The policy its doctors are ranked by; empty with the rest of its course for one that is not told to areas.';
COMMENT ON COLUMN sporadic_vacancy.policy_version IS 'Its version.';
COMMENT ON COLUMN sporadic_vacancy.lottery_seed IS 'Settles ties among its doctors; drawn when it was told.';
COMMENT ON COLUMN sporadic_vacancy.nominate_by IS 'Until when areas nominate their doctors or take them out.';
COMMENT ON COLUMN sporadic_vacancy.release_at IS 'When it is released to all, where nobody has it by then.';

CREATE TABLE vacancy_settings (
    hospital_id   text PRIMARY KEY REFERENCES hospital,
    nominate_days integer NOT NULL CHECK (nominate_days BETWEEN 1 AND 30),
    release_weeks integer NOT NULL CHECK (release_weeks BETWEEN 1 AND 52),
    version       bigint NOT NULL
);
COMMENT ON TABLE vacancy_settings IS 'How a hospital fills sporadic vacancies, as its coordinator has set it; a hospital without a row has the usual settings.';
COMMENT ON COLUMN vacancy_settings.hospital_id IS 'The hospital.';
COMMENT ON COLUMN vacancy_settings.nominate_days IS 'Working days in which areas nominate their doctors or take them out.';
COMMENT ON COLUMN vacancy_settings.release_weeks IS 'Weeks from the report to the release to all, which is the first day where that is earlier.';
COMMENT ON COLUMN vacancy_settings.version IS 'Raised at every change; 1 when first written.';

CREATE TABLE vacancy_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vacancy_id bigint NOT NULL REFERENCES sporadic_vacancy,
    number     bigint NOT NULL CHECK (number >= 1),
    step       text NOT NULL CHECK (step ~ '^[A-Z_]+$'),
    from_state text,
    to_state   text NOT NULL,
    actor      text NOT NULL CHECK (actor IN ('DEPARTMENT', 'COORDINATOR', 'SECOND_PERSON', 'AREA', 'DOCTOR', 'CLOCK')),
    who        text NOT NULL CHECK (who <> ''),
    at         timestamptz NOT NULL,
    hpr        integer CHECK (hpr BETWEEN 1 AND 999999999),
    area_code  text REFERENCES area,
    offer_id   bigint REFERENCES offer,
    note       text CHECK (note <> '' AND length(note) <= 4000),
    until      timestamptz,
    UNIQUE (vacancy_id, number),
    CONSTRAINT only_the_first_reports_a_vacancy CHECK ((from_state IS NULL) = (step = 'REPORT'))
);
CREATE INDEX vacancy_event_offer ON vacancy_event (offer_id);
CREATE INDEX vacancy_event_area ON vacancy_event (area_code);
COMMENT ON TABLE vacancy_event IS 'Every step of every vacancy. Append-only: the database refuses changes and deletions.';
COMMENT ON COLUMN vacancy_event.id IS 'Order of recording.';
COMMENT ON COLUMN vacancy_event.vacancy_id IS 'The vacancy.';
COMMENT ON COLUMN vacancy_event.number IS 'From 1 for each vacancy.';
COMMENT ON COLUMN vacancy_event.step IS 'What was done.';
COMMENT ON COLUMN vacancy_event.from_state IS 'Where the vacancy stood; empty for the report.';
COMMENT ON COLUMN vacancy_event.to_state IS 'Where it stood afterwards.';
COMMENT ON COLUMN vacancy_event.actor IS 'As what it was done.';
COMMENT ON COLUMN vacancy_event.who IS 'User name, or system for what no person asked for.';
COMMENT ON COLUMN vacancy_event.at IS 'When, by the application clock.';
COMMENT ON COLUMN vacancy_event.hpr IS 'HPR number of the doctor it is about; empty for none.';
COMMENT ON COLUMN vacancy_event.area_code IS 'The municipality or Oslo district that had the doctor; empty for none.';
COMMENT ON COLUMN vacancy_event.offer_id IS 'The offer it is about; empty for none.';
COMMENT ON COLUMN vacancy_event.note IS 'What was written: why.';
COMMENT ON COLUMN vacancy_event.until IS 'Until when areas nominate, of a step that tells them; else empty.';
CREATE TRIGGER vacancy_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vacancy_event
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();

CREATE TABLE vacancy_told (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vacancy_id    bigint NOT NULL,
    event         bigint NOT NULL,
    whom          text NOT NULL CHECK (whom IN ('AREA', 'DEPARTMENT', 'COORDINATOR')),
    code          text NOT NULL CHECK (code ~ '^vacancy\.told-[a-z-]+$'),
    hospital_id   text NOT NULL REFERENCES hospital,
    department_id text REFERENCES department,
    area_code     text REFERENCES area,
    until         timestamptz,
    at            timestamptz NOT NULL,
    FOREIGN KEY (vacancy_id, event) REFERENCES vacancy_event (vacancy_id, number),
    CONSTRAINT an_area_is_told_by_code CHECK ((whom = 'AREA') = (area_code IS NOT NULL)),
    CONSTRAINT a_department_is_told_by_id CHECK ((whom = 'DEPARTMENT') = (department_id IS NOT NULL))
);
CREATE INDEX vacancy_told_event ON vacancy_told (vacancy_id, event);
CREATE INDEX vacancy_told_hospital ON vacancy_told (hospital_id);
CREATE INDEX vacancy_told_department ON vacancy_told (department_id);
CREATE INDEX vacancy_told_area ON vacancy_told (area_code);
COMMENT ON TABLE vacancy_told IS 'What must be told to somebody of a step of a vacancy, written with the step. Append-only. That it stands here does not mean that anything was sent.';
COMMENT ON COLUMN vacancy_told.id IS 'Order of recording.';
COMMENT ON COLUMN vacancy_told.vacancy_id IS 'The vacancy.';
COMMENT ON COLUMN vacancy_told.event IS 'Which of its events.';
COMMENT ON COLUMN vacancy_told.whom IS 'As what somebody is told.';
COMMENT ON COLUMN vacancy_told.code IS 'What is told: the code of a text.';
COMMENT ON COLUMN vacancy_told.hospital_id IS 'The hospital, whose coordinators are told where nobody else is.';
COMMENT ON COLUMN vacancy_told.department_id IS 'The department that is told.';
COMMENT ON COLUMN vacancy_told.area_code IS 'The municipality or Oslo district that is told.';
COMMENT ON COLUMN vacancy_told.until IS 'Until when something can be done about it; empty where nothing is to be done.';
COMMENT ON COLUMN vacancy_told.at IS 'When, by the application clock.';
CREATE TRIGGER vacancy_told_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vacancy_told
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();

CREATE TABLE vacancy_ranking (
    vacancy_id bigint NOT NULL,
    event      bigint NOT NULL,
    content    text NOT NULL,
    sha256     text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (vacancy_id, event),
    FOREIGN KEY (vacancy_id, event) REFERENCES vacancy_event (vacancy_id, number)
);
COMMENT ON TABLE vacancy_ranking IS 'The ranking by which a vacancy was offered, as it was then. Append-only: the database refuses changes and deletions.';
COMMENT ON COLUMN vacancy_ranking.vacancy_id IS 'The vacancy.';
COMMENT ON COLUMN vacancy_ranking.event IS 'The event that offered it.';
COMMENT ON COLUMN vacancy_ranking.content IS 'Canonical JSON, without names: the doctors in order with the facts they are ranked on, and who could not be offered it, and why.';
COMMENT ON COLUMN vacancy_ranking.sha256 IS 'SHA-256 of it.';
CREATE TRIGGER vacancy_ranking_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vacancy_ranking
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();
