-- By which run's order a refill was made: a corrected run that takes its place calls the doctors otherwise.

ALTER TABLE refill ADD COLUMN run_id bigint REFERENCES allocation_run;
ALTER TABLE refill DISABLE TRIGGER USER;
UPDATE refill f SET run_id = (
    SELECT r.id FROM allocation_run r
    WHERE r.round_id = f.round_id AND r.state IN ('APPROVED', 'SUPERSEDED')
    ORDER BY r.approved_at <= f.made_at DESC, CASE WHEN r.approved_at <= f.made_at THEN r.approved_at END DESC, r.approved_at
    LIMIT 1);
ALTER TABLE refill ENABLE TRIGGER USER;
ALTER TABLE refill ALTER COLUMN run_id SET NOT NULL;
CREATE INDEX refill_run ON refill (run_id);
COMMENT ON COLUMN refill.run_id IS 'The run that was the round''s approved one then: the problem has its order, and calls the doctors as it does.';
