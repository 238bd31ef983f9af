-- A run that was approved can turn out to be wrong. A corrected one takes its place; what was accepted stands, and both runs are kept.

ALTER TABLE allocation_run DROP CONSTRAINT allocation_run_state_check;
ALTER TABLE allocation_run ADD CONSTRAINT allocation_run_state_check CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED',
    'FAILED', 'INTERRUPTED', 'APPROVED', 'SUPERSEDED'));

ALTER TABLE allocation_run DROP CONSTRAINT allocation_run_check1;
ALTER TABLE allocation_run DROP CONSTRAINT allocation_run_check2;
ALTER TABLE allocation_run DROP CONSTRAINT allocation_run_check3;
ALTER TABLE allocation_run ADD CONSTRAINT what_is_proposed_is_proven CHECK (
    state NOT IN ('DONE', 'APPROVED', 'SUPERSEDED') OR (proposal IS NOT NULL AND certificate IS NOT NULL));
ALTER TABLE allocation_run ADD CONSTRAINT what_is_approved_was_checked CHECK (state NOT IN ('APPROVED', 'SUPERSEDED') OR checked);
ALTER TABLE allocation_run ADD CONSTRAINT what_is_approved_was_so_by_somebody CHECK (
    (state IN ('APPROVED', 'SUPERSEDED')) = (approved_by IS NOT NULL AND approved_at IS NOT NULL));

ALTER TABLE allocation_run ADD COLUMN corrects integer CHECK (corrects >= 1);
COMMENT ON COLUMN allocation_run.corrects IS 'Of a run that corrects an approved one: under which stop of the round''s offers it was made; else empty.';

ALTER TABLE placement DROP CONSTRAINT placement_run_state_check;
ALTER TABLE placement DROP CONSTRAINT placement_run_id_run_state_fkey;
ALTER TABLE placement ADD CONSTRAINT only_an_approved_run_places CHECK (run_state IN ('APPROVED', 'SUPERSEDED'));
ALTER TABLE placement ADD CONSTRAINT placement_run_id_run_state_fkey
    FOREIGN KEY (run_id, run_state) REFERENCES allocation_run (id, state) ON UPDATE CASCADE;
COMMENT ON COLUMN placement.run_state IS 'APPROVED, or SUPERSEDED once a corrected run has taken its place: only an approved run can place. Follows the run by the foreign key.';
