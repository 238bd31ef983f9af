-- What earlier stays came to in the end counts before the later ones.

ALTER TABLE placement ADD COLUMN left_since numeric(5, 1) NOT NULL DEFAULT 0;
COMMENT ON COLUMN placement.left_since IS 'Months of institutional service to add to months_left: so much less of what earlier approved rounds gave the doctor is served, or will be, than when this was given; below zero where it is more.';
