-- What an area and a hospital have agreed on training, and since when the area is a registered training organisation.

CREATE TABLE training_agreement (
    hospital_id      text NOT NULL REFERENCES hospital,
    area_code        text NOT NULL REFERENCES area,
    signed_on        date,
    first_day        date,
    last_day         date,
    reference        text CHECK (reference <> '' AND length(reference) <= 200),
    registered_since date,
    version          bigint NOT NULL,
    PRIMARY KEY (hospital_id, area_code),
    CONSTRAINT an_agreement_is_signed_and_begins CHECK ((signed_on IS NULL) = (first_day IS NULL)),
    CONSTRAINT only_an_agreement_ends_or_has_a_reference CHECK (
        first_day IS NOT NULL OR (last_day IS NULL AND reference IS NULL)),
    CONSTRAINT an_agreement_ends_after_it_begins CHECK (first_day <= last_day)
);
CREATE INDEX training_agreement_area ON training_agreement (area_code);
COMMENT ON TABLE training_agreement IS 'What the hospital''s coordinator knows of its agreement with an area, and of the area as a registered training organisation.';
COMMENT ON COLUMN training_agreement.hospital_id IS 'The hospital.';
COMMENT ON COLUMN training_agreement.area_code IS 'The municipality or Oslo district.';
COMMENT ON COLUMN training_agreement.signed_on IS 'When the agreement was signed; empty without an agreement.';
COMMENT ON COLUMN training_agreement.first_day IS 'The first day it holds; empty without an agreement.';
COMMENT ON COLUMN training_agreement.last_day IS 'The last day it holds; empty while it has no end.';
COMMENT ON COLUMN training_agreement.reference IS 'Where the document is, such as its number in the archive.';
COMMENT ON COLUMN training_agreement.registered_since IS 'Since when the area is registered as a training organisation; empty when it is not.';
COMMENT ON COLUMN training_agreement.version IS 'Raised at every change; 1 when first written.';
