-- A stay that has begun may be broken off: its seats are free from then on.

ALTER TABLE offer DROP CONSTRAINT offer_state_check;
ALTER TABLE offer ADD CONSTRAINT offer_state_check CHECK (state IN ('DRAFT', 'READY', 'TURNED_DOWN', 'SENT', 'ACCEPTED',
    'ACCEPTED_UPGRADABLE', 'UPGRADED', 'DECLINED', 'EXPIRED', 'RECALLED', 'WITHDRAWN', 'VOID', 'CONFIRMED', 'STARTED', 'COMPLETED',
    'INTERRUPTED'));
