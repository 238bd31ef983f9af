-- Whether areas are told, before a round's deadline, what chances their doctors have.

CREATE TABLE chance_settings (
    hospital_id text PRIMARY KEY REFERENCES hospital,
    shown       boolean NOT NULL,
    version     bigint NOT NULL
);
COMMENT ON TABLE chance_settings IS 'Whether a hospital lets areas see the chances of their own doctors before the deadline, as its coordinator has set it; a hospital without a row does.';
COMMENT ON COLUMN chance_settings.hospital_id IS 'The hospital.';
COMMENT ON COLUMN chance_settings.shown IS 'Whether areas are told.';
COMMENT ON COLUMN chance_settings.version IS 'Raised at every change; 1 when first written.';
