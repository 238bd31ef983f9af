-- The registration of a doctor can be left half-way and taken up again. What is typed so far is no record of the register.

CREATE TABLE begun_doctor (
    key        text PRIMARY KEY CHECK (key ~ '^[A-Za-z0-9_-]{22}$'),
    area_code  text NOT NULL REFERENCES area,
    hpr        integer CHECK (hpr BETWEEN 1 AND 999999999),
    fields     jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
    version    bigint NOT NULL CHECK (version >= 1),
    begun_at   timestamptz NOT NULL,
    begun_by   text NOT NULL CHECK (begun_by <> ''),
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL CHECK (changed_by <> ''),
    expires_at timestamptz NOT NULL,
    CONSTRAINT an_area_begins_a_doctor_once UNIQUE (area_code, hpr)
);
CREATE INDEX begun_doctor_expires ON begun_doctor (expires_at);
COMMENT ON TABLE begun_doctor IS 'Doctors whose registration is begun: what has been typed, for the area alone. Deleted once the doctor is registered, or when it has been left for a month. Never holds an identity number.';
COMMENT ON COLUMN begun_doctor.key IS 'Drawn at random; stands in the addresses of the pages.';
COMMENT ON COLUMN begun_doctor.area_code IS 'The municipality or Oslo district whose doctor it is to be.';
COMMENT ON COLUMN begun_doctor.hpr IS 'HPR number as far as it is told and can be read; empty otherwise.';
COMMENT ON COLUMN begun_doctor.fields IS 'The fields of the form by name, each with the texts that stand in it, as typed.';
COMMENT ON COLUMN begun_doctor.version IS 'How often it was written, from 1.';
COMMENT ON COLUMN begun_doctor.begun_at IS 'When it was begun, by the application clock.';
COMMENT ON COLUMN begun_doctor.begun_by IS 'User who began it.';
COMMENT ON COLUMN begun_doctor.changed_at IS 'When it was written last.';
COMMENT ON COLUMN begun_doctor.changed_by IS 'User who wrote it last.';
COMMENT ON COLUMN begun_doctor.expires_at IS 'From when it is forgotten, unless it is written again before.';
