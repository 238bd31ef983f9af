-- Long questions of planners, worked off in pieces by whichever process is free (docs/forecast.md).

CREATE TABLE planning_job (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hospital_id text NOT NULL REFERENCES hospital,
    kind        text NOT NULL CHECK (kind IN ('FORECAST', 'BACKWARDS', 'SWEEP')),
    title       text NOT NULL CHECK (title <> ''),
    question    jsonb NOT NULL CHECK (question ? 'schema'),
    input       text,
    state       text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    stage       integer NOT NULL DEFAULT 0 CHECK (stage >= 0),
    done        bigint NOT NULL DEFAULT 0 CHECK (done >= 0),
    total       bigint NOT NULL CHECK (total >= 0),
    so_far      jsonb CHECK (so_far ? 'schema'),
    result      jsonb CHECK (result ? 'schema'),
    failure     text,
    asked_by    text NOT NULL CHECK (asked_by <> ''),
    asked_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    shared_by   text,
    shared_at   timestamptz,
    CONSTRAINT no_more_is_done_than_there_is CHECK (done <= total),
    CONSTRAINT what_has_ended_says_when CHECK ((state IN ('DONE', 'FAILED', 'CANCELLED')) = (ended_at IS NOT NULL)),
    CONSTRAINT what_is_done_has_a_result CHECK ((state = 'DONE') = (result IS NOT NULL)),
    CONSTRAINT what_has_ended_keeps_nobody_who_waits CHECK (ended_at IS NULL OR (input IS NULL AND so_far IS NULL)),
    CONSTRAINT only_a_result_is_shared CHECK (shared_at IS NULL OR state = 'DONE'),
    CONSTRAINT who_shared_it_is_known CHECK ((shared_at IS NULL) = (shared_by IS NULL))
);
CREATE INDEX planning_job_hospital ON planning_job (hospital_id, id);
CREATE INDEX planning_job_ended ON planning_job (ended_at);
COMMENT ON TABLE planning_job IS 'A question of a planner that takes long, and what came of it. Never touches a round, an offer or the register. Forgotten some time after it has ended.';
COMMENT ON COLUMN planning_job.id IS 'Running number.';
COMMENT ON COLUMN planning_job.hospital_id IS 'The hospital whose question it is.';
COMMENT ON COLUMN planning_job.kind IS 'A forecast (FORECAST), a forecast and what it takes to reach a goal (BACKWARDS), or many numbers of seats in one round (SWEEP).';
COMMENT ON COLUMN planning_job.title IS 'What those who asked call it.';
COMMENT ON COLUMN planning_job.question IS 'What was asked, with all that is assumed; its schema says in which form.';
COMMENT ON COLUMN planning_job.input IS 'Who waited, the areas and the plan when it was asked, canonical JSON, without names; empty once it has ended.';
COMMENT ON COLUMN planning_job.state IS 'Where it is in its life.';
COMMENT ON COLUMN planning_job.stage IS 'Which stage it is in: what is asked in one follows from what came of those before.';
COMMENT ON COLUMN planning_job.done IS 'How many courses, or numbers of seats, have been worked out.';
COMMENT ON COLUMN planning_job.total IS 'How many there are as far as is known yet.';
COMMENT ON COLUMN planning_job.so_far IS 'What the stages before came to; empty once it has ended.';
COMMENT ON COLUMN planning_job.result IS 'What it came to; doctors stand in it by HPR number.';
COMMENT ON COLUMN planning_job.failure IS 'What kind of fault ended it.';
COMMENT ON COLUMN planning_job.asked_by IS 'Who asked.';
COMMENT ON COLUMN planning_job.asked_at IS 'When, by the application clock.';
COMMENT ON COLUMN planning_job.ended_at IS 'When it ended, by the application clock.';
COMMENT ON COLUMN planning_job.shared_by IS 'The coordinator who lets areas read it of their own doctors.';
COMMENT ON COLUMN planning_job.shared_at IS 'Since when they may.';

CREATE TABLE planning_piece (
    job_id  bigint NOT NULL REFERENCES planning_job ON DELETE CASCADE,
    stage   integer NOT NULL CHECK (stage >= 0),
    number  integer NOT NULL CHECK (number >= 0),
    first   integer NOT NULL CHECK (first >= 0),
    after   integer NOT NULL,
    result  bytea,
    PRIMARY KEY (job_id, stage, number),
    CONSTRAINT a_piece_has_something_in_it CHECK (after > first)
);
COMMENT ON TABLE planning_piece IS 'A part of a stage of a question that one process works off at a time. Gone with the stage.';
COMMENT ON COLUMN planning_piece.job_id IS 'The question.';
COMMENT ON COLUMN planning_piece.stage IS 'The stage.';
COMMENT ON COLUMN planning_piece.number IS 'Which piece of it, from 0.';
COMMENT ON COLUMN planning_piece.first IS 'The number of its first replication, or combination, from 0.';
COMMENT ON COLUMN planning_piece.after IS 'The number after its last.';
COMMENT ON COLUMN planning_piece.result IS 'What it came to, in the form of the version of the service that works; empty until it is done.';
