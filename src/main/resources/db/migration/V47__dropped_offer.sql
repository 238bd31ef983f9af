-- An offer may end without being sent: taken back by the hospital, or because there is no time left.

ALTER TABLE offer DROP CONSTRAINT offer_state_check;
ALTER TABLE offer ADD CONSTRAINT offer_state_check CHECK (state IN ('DRAFT', 'READY', 'TURNED_DOWN', 'DROPPED', 'SENT', 'ACCEPTED',
    'ACCEPTED_UPGRADABLE', 'UPGRADED', 'DECLINED', 'EXPIRED', 'RECALLED', 'WITHDRAWN', 'VOID', 'CONFIRMED', 'STARTED', 'COMPLETED',
    'INTERRUPTED'));
