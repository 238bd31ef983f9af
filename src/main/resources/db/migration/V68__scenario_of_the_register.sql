-- Scenarios of the register as it stands, beside those of rounds (docs/scenarios.md).

ALTER TABLE scenario_kept ALTER COLUMN round_id DROP NOT NULL;
ALTER TABLE scenario_kept ADD COLUMN hospital_id text REFERENCES hospital;
ALTER TABLE scenario_kept ADD COLUMN register_terms jsonb;
ALTER TABLE scenario_kept ADD CONSTRAINT a_scenario_is_of_a_round_or_of_the_register
    CHECK ((round_id IS NULL) <> (hospital_id IS NULL) AND (hospital_id IS NULL) = (register_terms IS NULL));
CREATE UNIQUE INDEX who_keeps_scenarios_of_a_register_calls_each_otherwise ON scenario_kept (hospital_id, made_by, name);
COMMENT ON COLUMN scenario_kept.round_id IS 'The round it is asked of; null for the register.';
COMMENT ON COLUMN scenario_kept.hospital_id IS 'Whose register it is asked of; null for a round.';
COMMENT ON COLUMN scenario_kept.register_terms IS 'Of the register: for which half-years and by which policy, as JSON; null for a round.';
