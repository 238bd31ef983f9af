-- A yes taken back after the upgrade stop: what the policy makes of it in the next round.

ALTER TABLE offer_event ADD COLUMN late boolean;
ALTER TABLE offer_event ADD CONSTRAINT only_a_withdrawal_is_late CHECK (late IS NULL OR step = 'WITHDRAW');
COMMENT ON COLUMN offer_event.late IS 'Of a yes taken back after the upgrade stop, where the round''s policy says what that means: whether it puts the doctor behind equals in the next round; false where the coordinator has lifted it. Else empty.';

ALTER TABLE placement ADD COLUMN withdrawn_late boolean NOT NULL DEFAULT false;
ALTER TABLE placement ADD CONSTRAINT what_is_withdrawn_late_is_given_up CHECK (NOT (withdrawn_late AND active));
COMMENT ON COLUMN placement.withdrawn_late IS 'Whether the yes to it was taken back after the upgrade stop, and that counts in the hospital''s next round.';
