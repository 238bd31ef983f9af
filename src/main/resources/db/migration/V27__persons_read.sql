-- Who was shown or handed doctors' data. Counted by quarter of an hour: pages are loaded again and again, and programs ask all day.

CREATE TABLE persons_read (
    who      text NOT NULL,
    kind     text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
    subject  text NOT NULL,
    span     timestamptz NOT NULL,
    first_at timestamptz NOT NULL,
    last_at  timestamptz NOT NULL CHECK (last_at >= first_at),
    times    integer NOT NULL CHECK (times > 0),
    PRIMARY KEY (who, kind, subject, span)
);
CREATE INDEX persons_read_span ON persons_read (span, last_at);
CREATE INDEX persons_read_last_at ON persons_read (last_at);
COMMENT ON TABLE persons_read IS 'Who was shown or handed doctors'' data, for as long as alisplass.reads.kept says. No doctor stands here. Rows only count on, or are removed when they are old.';
COMMENT ON COLUMN persons_read.who IS 'User name.';
COMMENT ON COLUMN persons_read.kind IS 'What was shown, such as ranking.';
COMMENT ON COLUMN persons_read.subject IS 'The round, list or run it is of, such as waitlist/ahus-2027-v/3205.';
COMMENT ON COLUMN persons_read.span IS 'The beginning of the quarter of an hour in which reads are counted together.';
COMMENT ON COLUMN persons_read.first_at IS 'The first read in it, by the application clock.';
COMMENT ON COLUMN persons_read.last_at IS 'The latest read in it.';
COMMENT ON COLUMN persons_read.times IS 'How many reads in it.';

CREATE FUNCTION persons_read_only_counts_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION 'persons_read is not emptied' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (NEW.who, NEW.kind, NEW.subject, NEW.span, NEW.first_at) IS DISTINCT FROM (OLD.who, OLD.kind, OLD.subject, OLD.span, OLD.first_at)
        OR NEW.times <> OLD.times + 1 OR NEW.last_at < OLD.last_at THEN
        RAISE EXCEPTION 'persons_read only counts on' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER persons_read_only_counts_on BEFORE UPDATE ON persons_read
    FOR EACH ROW EXECUTE FUNCTION persons_read_only_counts_on();
CREATE TRIGGER persons_read_is_not_emptied BEFORE TRUNCATE ON persons_read
    FOR EACH STATEMENT EXECUTE FUNCTION persons_read_only_counts_on();
