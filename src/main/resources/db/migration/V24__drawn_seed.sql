-- A lottery's seed is drawn when the round opens; what somebody named in a draft no longer counts.

UPDATE allocation_round SET lottery_seed = NULL WHERE state = 'DRAFT';
COMMENT ON COLUMN allocation_round.lottery_seed IS 'Settles ties; drawn when the round opens, and public and fixed from then on.';
