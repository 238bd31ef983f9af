-- Why a planner's question ended without an answer, by reasons that whoever asked is told; what stood there was the name of a fault.

UPDATE planning_job SET failure = CASE failure
    WHEN 'RoundChanged' THEN 'ROUND_CHANGED'
    WHEN 'OutOfMemoryError' THEN 'MEMORY'
    ELSE 'FAULT' END
WHERE state = 'FAILED';
-- None is known that has not failed and says why; what a database may hold all the same must not keep it from going on.
UPDATE planning_job SET failure = NULL WHERE state <> 'FAILED' AND failure IS NOT NULL;

ALTER TABLE planning_job ADD CONSTRAINT why_it_failed_is_known
    CHECK (failure IN ('ROUND_CHANGED', 'POLICY_CHANGED', 'MEMORY', 'DATABASE', 'FAULT'));
ALTER TABLE planning_job ADD CONSTRAINT what_has_failed_says_why CHECK ((state = 'FAILED') = (failure IS NOT NULL));
COMMENT ON COLUMN planning_job.failure IS 'Why it ended without an answer.';
