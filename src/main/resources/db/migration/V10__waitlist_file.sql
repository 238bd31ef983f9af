-- Files that were looked at and may be taken in, so that every node of the service knows what a page showed.

CREATE TABLE waitlist_file (
    id             text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{64}$'),
    round_id       text NOT NULL REFERENCES allocation_round,
    area_code      text NOT NULL REFERENCES area,
    user_name      text NOT NULL CHECK (user_name <> ''),
    name           text NOT NULL,
    file           bytea,
    answers        jsonb NOT NULL,
    content        jsonb CHECK (content ? 'schema' AND jsonb_typeof(content -> 'entries') = 'array'),
    sound          boolean NOT NULL,
    seen_version   bigint NOT NULL,
    kept_at        timestamptz NOT NULL,
    taken_version  bigint,
    doctors        integer,
    before         jsonb CHECK (before ? 'schema' AND jsonb_typeof(before -> 'entries') = 'array'),
    undone_version bigint,
    CONSTRAINT what_is_taken_can_be_undone CHECK ((taken_version IS NULL) = (before IS NULL)),
    CONSTRAINT only_what_is_taken_is_undone CHECK (undone_version IS NULL OR taken_version IS NOT NULL)
);
CREATE INDEX waitlist_file_kept ON waitlist_file (kept_at);
CREATE INDEX waitlist_file_round ON waitlist_file (round_id);
CREATE INDEX waitlist_file_area ON waitlist_file (area_code);
COMMENT ON TABLE waitlist_file IS 'A waitlist file that a user looked at: what can be taken in, for some hours. Never holds a file with an identity number.';
COMMENT ON COLUMN waitlist_file.id IS 'SHA-256 of the user, the list as it was, the file and the answers about its columns.';
COMMENT ON COLUMN waitlist_file.round_id IS 'The round the list is for.';
COMMENT ON COLUMN waitlist_file.area_code IS 'The municipality or Oslo district whose list it is.';
COMMENT ON COLUMN waitlist_file.user_name IS 'Who looked at it; nobody else can take it in.';
COMMENT ON COLUMN waitlist_file.name IS 'The name of the file, to show.';
COMMENT ON COLUMN waitlist_file.file IS 'The file itself, only while questions about its columns are open.';
COMMENT ON COLUMN waitlist_file.answers IS 'What was answered about columns that have no name of ours.';
COMMENT ON COLUMN waitlist_file.content IS 'The entries of the rows without faults, until they are taken in.';
COMMENT ON COLUMN waitlist_file.sound IS 'Whether the whole file is without faults.';
COMMENT ON COLUMN waitlist_file.seen_version IS 'The version of the draft that was there when the file was looked at.';
COMMENT ON COLUMN waitlist_file.kept_at IS 'When it was looked at; it is deleted some hours later.';
COMMENT ON COLUMN waitlist_file.taken_version IS 'The version of the draft that taking it in made; empty until then.';
COMMENT ON COLUMN waitlist_file.doctors IS 'How many doctors were taken in.';
COMMENT ON COLUMN waitlist_file.before IS 'The entries that it replaced, to put back.';
COMMENT ON COLUMN waitlist_file.undone_version IS 'The version of the draft that undoing made; empty until then.';
