-- When a yes was taken back late decides which round it counts in: the next that is not approved by then.

ALTER TABLE placement ADD COLUMN withdrawn_late_at timestamptz;
UPDATE placement p SET withdrawn_late_at = coalesce(
    (SELECT max(e.at) FROM offer_seat s JOIN offer_event e ON e.offer_id = s.offer_id
        WHERE s.placement_id = p.id AND e.step = 'WITHDRAW'), now())
    WHERE p.withdrawn_late;
ALTER TABLE placement DROP CONSTRAINT what_is_withdrawn_late_is_given_up;
ALTER TABLE placement DROP COLUMN withdrawn_late;
ALTER TABLE placement ADD CONSTRAINT what_is_withdrawn_late_is_given_up CHECK (withdrawn_late_at IS NULL OR NOT active);
COMMENT ON COLUMN placement.withdrawn_late_at IS 'When the yes to it was taken back after the upgrade stop, where that counts in the hospital''s next round: the first later one that was not approved by then.';
