-- Scenarios that are kept under a name (docs/scenarios.md). What is asked alone: the answer is worked out anew each time.

CREATE TABLE scenario_kept (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id        text NOT NULL REFERENCES allocation_round,
    name            text NOT NULL CHECK (name <> '' AND length(name) <= 100),
    shared          boolean NOT NULL,
    question_format integer NOT NULL CHECK (question_format >= 1),
    question        jsonb NOT NULL,
    names_doctors   boolean NOT NULL,
    problem_hash    text NOT NULL CHECK (problem_hash ~ '^[0-9a-f]{64}$'),
    people_hash     text NOT NULL CHECK (people_hash ~ '^[0-9a-f]{64}$'),
    copied_from     bigint,
    made_by         text NOT NULL CHECK (made_by <> ''),
    made_at         timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    version         bigint NOT NULL CHECK (version >= 1),
    CONSTRAINT who_keeps_scenarios_of_a_round_calls_each_otherwise UNIQUE (round_id, made_by, name)
);
COMMENT ON TABLE scenario_kept IS 'Questions about a frozen round that somebody keeps under a name. Never what came of them.';
COMMENT ON COLUMN scenario_kept.id IS 'Running number.';
COMMENT ON COLUMN scenario_kept.round_id IS 'The round it is asked of.';
COMMENT ON COLUMN scenario_kept.name IS 'What its maker calls it.';
COMMENT ON COLUMN scenario_kept.shared IS 'Whether all planners and coordinators of the hospital see it, or its maker alone.';
COMMENT ON COLUMN scenario_kept.question_format IS 'The form of the question.';
COMMENT ON COLUMN scenario_kept.question IS 'What is otherwise, as JSON.';
COMMENT ON COLUMN scenario_kept.names_doctors IS 'Whether it leaves out doctors by what the frozen round calls them: then it is shown to coordinators alone.';
COMMENT ON COLUMN scenario_kept.problem_hash IS 'SHA-256 of the frozen problem it was last written for: tells whether the round has changed since.';
COMMENT ON COLUMN scenario_kept.people_hash IS 'SHA-256 of who stood where in that problem: where that has changed, the doctors it names may be others.';
COMMENT ON COLUMN scenario_kept.copied_from IS 'The one it was copied from, which may be gone; null for none.';
COMMENT ON COLUMN scenario_kept.made_by IS 'The user who made it, who alone can change it.';
COMMENT ON COLUMN scenario_kept.made_at IS 'When it was made, by the application clock.';
COMMENT ON COLUMN scenario_kept.changed_at IS 'When it was last changed, by the application clock.';
COMMENT ON COLUMN scenario_kept.version IS 'Count of its changes, from 1.';
