-- Files of doctors that were looked at and may be taken into the register, so that every node of the service knows what a page showed.

CREATE TABLE register_file (
    id         text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
    area_code  text NOT NULL REFERENCES area,
    user_name  text NOT NULL CHECK (user_name <> ''),
    name       text NOT NULL,
    file       bytea,
    answers    jsonb NOT NULL,
    content    jsonb CHECK (content ? 'schema' AND jsonb_typeof(content -> 'rows') = 'array'),
    kept_at    timestamptz NOT NULL,
    taken_at   timestamptz,
    chosen     text,
    registered integer NOT NULL DEFAULT 0 CHECK (registered >= 0),
    changed    integer NOT NULL DEFAULT 0 CHECK (changed >= 0),
    reopened   integer NOT NULL DEFAULT 0 CHECK (reopened >= 0),
    confirmed  integer NOT NULL DEFAULT 0 CHECK (confirmed >= 0),
    CONSTRAINT what_is_taken_is_kept_no_longer CHECK ((taken_at IS NULL) = (content IS NOT NULL)),
    CONSTRAINT what_is_taken_was_chosen CHECK ((taken_at IS NULL) = (chosen IS NULL)),
    CONSTRAINT no_file_once_it_is_taken CHECK (taken_at IS NULL OR file IS NULL)
);
CREATE INDEX register_file_kept ON register_file (kept_at);
CREATE INDEX register_file_area ON register_file (area_code);
COMMENT ON TABLE register_file IS 'A file of doctors that a user looked at beside the register: what can be taken in, for some hours. Never holds a file with an identity number.';
COMMENT ON COLUMN register_file.id IS 'SHA-256 of the user, the area, the file, the answers about its columns, and what was shown of it.';
COMMENT ON COLUMN register_file.area_code IS 'The municipality or Oslo district whose register it is for.';
COMMENT ON COLUMN register_file.user_name IS 'Who looked at it; nobody else can take it in.';
COMMENT ON COLUMN register_file.name IS 'The name of the file, to show.';
COMMENT ON COLUMN register_file.file IS 'The file itself, to be looked at once more, until it is taken in; empty where it has an identity number.';
COMMENT ON COLUMN register_file.answers IS 'What was answered about columns that have no name of ours.';
COMMENT ON COLUMN register_file.content IS 'Of each row without faults, until rows are taken in: its number, how it stands to the register, the version of the record it was compared with, and the facts as they would be.';
COMMENT ON COLUMN register_file.kept_at IS 'When it was looked at; it is deleted some hours later.';
COMMENT ON COLUMN register_file.taken_at IS 'When rows of it were taken in; empty until then.';
COMMENT ON COLUMN register_file.chosen IS 'Which rows were taken in, and whether all was confirmed: the same again is answered as the first time.';
COMMENT ON COLUMN register_file.registered IS 'How many doctors were registered by it.';
COMMENT ON COLUMN register_file.changed IS 'How many records it changed.';
COMMENT ON COLUMN register_file.reopened IS 'How many closed records it opened.';
COMMENT ON COLUMN register_file.confirmed IS 'How many records were confirmed without being changed.';
