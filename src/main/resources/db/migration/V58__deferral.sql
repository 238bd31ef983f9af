-- A stay that is accepted may be put off for a half-year, where a seat of the same position is reserved there.

ALTER TABLE offer DROP CONSTRAINT offer_state_check;
ALTER TABLE offer ADD CONSTRAINT offer_state_check CHECK (state IN ('DRAFT', 'READY', 'TURNED_DOWN', 'DROPPED', 'SENT', 'ACCEPTED',
    'ACCEPTED_UPGRADABLE', 'UPGRADED', 'DECLINED', 'EXPIRED', 'RECALLED', 'WITHDRAWN', 'DEFERRED', 'VOID', 'CONFIRMED', 'STARTED',
    'COMPLETED', 'INTERRUPTED'));

ALTER TABLE offer ADD COLUMN deferral_asked boolean NOT NULL DEFAULT false;
ALTER TABLE offer ADD CONSTRAINT only_a_yes_is_put_off CHECK (NOT deferral_asked OR state IN ('ACCEPTED', 'CONFIRMED'));
COMMENT ON COLUMN offer.deferral_asked IS 'Whether it was asked to serve a half-year later, while that is not decided.';
