-- A piece whose process dies each time it is worked on was taken again without end.

ALTER TABLE planning_piece ADD COLUMN died integer NOT NULL DEFAULT 0 CHECK (died >= 0);
COMMENT ON COLUMN planning_piece.died IS 'How many processes have died while they worked on it, or on what follows from its stage.';

ALTER TABLE planning_job DROP CONSTRAINT why_it_failed_is_known;
ALTER TABLE planning_job ADD CONSTRAINT why_it_failed_is_known
    CHECK (failure IN ('ROUND_CHANGED', 'POLICY_CHANGED', 'MEMORY', 'DATABASE', 'PROCESS_DIED', 'FAULT'));
