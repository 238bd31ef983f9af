-- A doctor taken off a list can be put back for a while by the key of just that removal.

CREATE TABLE removed_doctor (
    key        text PRIMARY KEY CHECK (key ~ '^[A-Za-z0-9_-]{22}$'),
    removed_by text NOT NULL CHECK (removed_by <> ''),
    round_id   text NOT NULL REFERENCES allocation_round,
    area_code  text NOT NULL REFERENCES area,
    place      integer NOT NULL CHECK (place >= 1),
    content    jsonb NOT NULL CHECK (content ? 'schema' AND jsonb_typeof(content -> 'entries') = 'array'),
    expires_at timestamptz NOT NULL
);
CREATE INDEX removed_doctor_round ON removed_doctor (round_id);
CREATE INDEX removed_doctor_area ON removed_doctor (area_code);
CREATE INDEX removed_doctor_expires ON removed_doctor (expires_at);
COMMENT ON TABLE removed_doctor IS 'Doctors taken off a list, kept for some hours so that it can be undone; deleted when that time is over.';
COMMENT ON COLUMN removed_doctor.key IS 'Drawn at random for this one removal; what undoes it names it.';
COMMENT ON COLUMN removed_doctor.removed_by IS 'User who took the doctor off; nobody else can undo it.';
COMMENT ON COLUMN removed_doctor.round_id IS 'The round the list is for.';
COMMENT ON COLUMN removed_doctor.area_code IS 'The municipality or Oslo district whose list it is.';
COMMENT ON COLUMN removed_doctor.place IS 'Where on the list the doctor stood, from 1.';
COMMENT ON COLUMN removed_doctor.content IS 'The one entry, in the form drafts are kept in.';
COMMENT ON COLUMN removed_doctor.expires_at IS 'From when it is too late.';
