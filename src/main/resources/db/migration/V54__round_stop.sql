-- An erroneous run: the offers of a round are stopped, what was wrong is corrected, and the corrected run is carried out (docs/offers.md).

CREATE TABLE round_stop (
    round_id    text NOT NULL REFERENCES allocation_round,
    stop        integer NOT NULL CHECK (stop >= 1),
    number      integer NOT NULL CHECK (number >= 1),
    step        text NOT NULL CHECK (step IN ('STOPPED', 'THAWED', 'ASKED', 'TAKEN_BACK', 'RECOVERED')),
    who         text NOT NULL CHECK (who <> ''),
    at          timestamptz NOT NULL,
    note        text CHECK (note <> '' AND length(note) <= 4000),
    run         integer,
    hash        text CHECK (hash ~ '^[0-9a-f]{64}$'),
    offer_round integer,
    PRIMARY KEY (round_id, stop, number),
    FOREIGN KEY (round_id, run) REFERENCES allocation_run (round_id, number),
    CONSTRAINT a_stop_begins_with_the_reason CHECK ((number = 1) = (step = 'STOPPED') AND (step <> 'STOPPED' OR note IS NOT NULL)),
    CONSTRAINT what_is_asked_is_what_was_shown CHECK ((step = 'ASKED') = (hash IS NOT NULL)),
    CONSTRAINT a_recovery_is_of_a_run CHECK ((step IN ('ASKED', 'RECOVERED')) = (run IS NOT NULL)),
    CONSTRAINT only_a_recovery_makes_an_offer_round CHECK (offer_round IS NULL OR step = 'RECOVERED')
);
CREATE UNIQUE INDEX a_stop_ends_once ON round_stop (round_id, stop) WHERE step IN ('THAWED', 'RECOVERED');
CREATE INDEX round_stop_run ON round_stop (round_id, run);
COMMENT ON TABLE round_stop IS 'That the offers of an approved round were stopped because its run was wrong, and what was done then. Append-only: the database refuses changes and deletions.';
COMMENT ON COLUMN round_stop.round_id IS 'The approved round.';
COMMENT ON COLUMN round_stop.stop IS 'Which stop of the round, from 1.';
COMMENT ON COLUMN round_stop.number IS 'Which step of the stop, from 1.';
COMMENT ON COLUMN round_stop.step IS 'STOPPED, THAWED without another run, ASKED by the first of two, TAKEN_BACK before the second has confirmed, RECOVERED by the second.';
COMMENT ON COLUMN round_stop.who IS 'User who did it.';
COMMENT ON COLUMN round_stop.at IS 'When, by the application clock.';
COMMENT ON COLUMN round_stop.note IS 'Why.';
COMMENT ON COLUMN round_stop.run IS 'Of ASKED and RECOVERED: the corrected run.';
COMMENT ON COLUMN round_stop.hash IS 'Of ASKED: SHA-256 of what was shown of it, so that nothing else is confirmed.';
COMMENT ON COLUMN round_stop.offer_round IS 'Of RECOVERED: the offer round that it made; empty where nobody got anything new.';
CREATE TRIGGER round_stop_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_stop
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();

CREATE TABLE round_correction (
    round_id       text NOT NULL REFERENCES allocation_round,
    number         integer NOT NULL CHECK (number >= 1),
    kind           text NOT NULL CHECK (kind IN ('FACTS', 'AWAY_LIMIT', 'POLICY_VERSION')),
    area_code      text REFERENCES area,
    hpr            integer CHECK (hpr BETWEEN 1 AND 999999999),
    entry          text,
    away_limit     integer CHECK (away_limit BETWEEN 1 AND 100),
    policy_version integer CHECK (policy_version >= 1),
    note           text NOT NULL CHECK (note <> '' AND length(note) <= 4000),
    who            text NOT NULL CHECK (who <> ''),
    at             timestamptz NOT NULL,
    PRIMARY KEY (round_id, number),
    CONSTRAINT facts_are_of_a_doctor_on_a_list CHECK ((kind = 'FACTS') = (hpr IS NOT NULL AND entry IS NOT NULL)),
    CONSTRAINT a_limit_is_an_areas CHECK ((kind <> 'POLICY_VERSION') = (area_code IS NOT NULL)),
    CONSTRAINT a_policy_has_a_version CHECK ((kind = 'POLICY_VERSION') = (policy_version IS NOT NULL))
);
CREATE INDEX round_correction_area ON round_correction (area_code);
COMMENT ON TABLE round_correction IS 'What was wrong in what an approved round was frozen from, as it should have been; the latest of a kind counts. Wishes are never corrected. Append-only: the database refuses changes and deletions.';
COMMENT ON COLUMN round_correction.round_id IS 'The approved round.';
COMMENT ON COLUMN round_correction.number IS 'From 1 for each round.';
COMMENT ON COLUMN round_correction.kind IS 'FACTS of a doctor, the AWAY_LIMIT of an area, or the POLICY_VERSION of the round.';
COMMENT ON COLUMN round_correction.area_code IS 'Whose list, or limit, it is; empty for the policy.';
COMMENT ON COLUMN round_correction.hpr IS 'Of FACTS: HPR number of the doctor.';
COMMENT ON COLUMN round_correction.entry IS 'Of FACTS: the doctor''s entry as the list should have had it, as a list of one is stored.';
COMMENT ON COLUMN round_correction.away_limit IS 'Of AWAY_LIMIT: most doctors the area can spare at once; empty for no limit.';
COMMENT ON COLUMN round_correction.policy_version IS 'Of POLICY_VERSION: the version of the round''s policy.';
COMMENT ON COLUMN round_correction.note IS 'Why.';
COMMENT ON COLUMN round_correction.who IS 'User who corrected it.';
COMMENT ON COLUMN round_correction.at IS 'When, by the application clock.';
CREATE TRIGGER round_correction_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_correction
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();

CREATE TABLE round_correction_ended (
    round_id text NOT NULL,
    number   integer NOT NULL,
    who      text NOT NULL CHECK (who <> ''),
    at       timestamptz NOT NULL,
    PRIMARY KEY (round_id, number),
    FOREIGN KEY (round_id, number) REFERENCES round_correction
);
COMMENT ON TABLE round_correction_ended IS 'Corrections that were taken back: by hand, or because the stop ended without another run. Append-only: the database refuses changes and deletions.';
COMMENT ON COLUMN round_correction_ended.round_id IS 'The round.';
COMMENT ON COLUMN round_correction_ended.number IS 'The correction.';
COMMENT ON COLUMN round_correction_ended.who IS 'User who took it back.';
COMMENT ON COLUMN round_correction_ended.at IS 'When, by the application clock.';
CREATE TRIGGER round_correction_ended_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_correction_ended
    FOR EACH STATEMENT EXECUTE FUNCTION offer_event_is_append_only();
