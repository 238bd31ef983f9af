-- Who waits has no offer of which a change of wishes could be told.

ALTER TABLE offer_told ALTER COLUMN offer_id DROP NOT NULL;
ALTER TABLE offer_told ALTER COLUMN event DROP NOT NULL;
ALTER TABLE offer_told ADD COLUMN wish_change bigint REFERENCES wish_change;
ALTER TABLE offer_told ADD CONSTRAINT it_is_told_of_an_offer_or_of_wishes
    CHECK ((offer_id IS NULL) = (event IS NULL) AND (offer_id IS NULL) <> (wish_change IS NULL));
CREATE INDEX offer_told_wish_change ON offer_told (wish_change);
COMMENT ON COLUMN offer_told.wish_change IS 'The change of wishes that is told of, where it is no step of an offer.';
