-- Waitlists: what a municipality is writing, and what it has sent.

CREATE TABLE waitlist_draft (
    round_id   text NOT NULL REFERENCES allocation_round,
    area_code  text NOT NULL REFERENCES area,
    away_limit integer CHECK (away_limit BETWEEN 1 AND 100),
    content    jsonb NOT NULL CHECK (content ? 'schema' AND jsonb_typeof(content -> 'entries') = 'array'),
    version    bigint NOT NULL,
    PRIMARY KEY (round_id, area_code)
);
CREATE INDEX waitlist_draft_area ON waitlist_draft (area_code);
COMMENT ON TABLE waitlist_draft IS 'The list a municipality is writing for a round; sending it makes a copy that stands.';
COMMENT ON COLUMN waitlist_draft.round_id IS 'The round the list is for.';
COMMENT ON COLUMN waitlist_draft.area_code IS 'The municipality or Oslo district whose doctors these are.';
COMMENT ON COLUMN waitlist_draft.away_limit IS 'Most doctors the area can spare at once; empty for no limit.';
COMMENT ON COLUMN waitlist_draft.content IS 'The entries, in order, as JSON with the number of its form (schema).';
COMMENT ON COLUMN waitlist_draft.version IS 'Raised at every change; 0 until the first.';

CREATE TABLE waitlist_submission (
    round_id        text NOT NULL REFERENCES allocation_round,
    area_code       text NOT NULL REFERENCES area,
    number          integer NOT NULL CHECK (number >= 1),
    away_limit      integer CHECK (away_limit BETWEEN 1 AND 100),
    content         jsonb NOT NULL CHECK (content ? 'schema' AND jsonb_typeof(content -> 'entries') = 'array'),
    sha256          text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    submitted_at    timestamptz NOT NULL,
    submitted_by    text NOT NULL CHECK (submitted_by <> ''),
    idempotency_key text CHECK (length(idempotency_key) BETWEEN 1 AND 100),
    PRIMARY KEY (round_id, area_code, number),
    CONSTRAINT a_key_sends_once UNIQUE (round_id, area_code, idempotency_key)
);
CREATE INDEX waitlist_submission_area ON waitlist_submission (area_code);
COMMENT ON TABLE waitlist_submission IS 'A list as it was sent. It never changes; sending again makes the next number, which is the one that counts.';
COMMENT ON COLUMN waitlist_submission.round_id IS 'The round the list is for.';
COMMENT ON COLUMN waitlist_submission.area_code IS 'The municipality or Oslo district whose doctors these are.';
COMMENT ON COLUMN waitlist_submission.number IS 'From 1, for the round and area; the highest counts.';
COMMENT ON COLUMN waitlist_submission.away_limit IS 'Most doctors the area can spare at once; empty for no limit.';
COMMENT ON COLUMN waitlist_submission.content IS 'The entries, in order, as JSON with the number of its form (schema).';
COMMENT ON COLUMN waitlist_submission.sha256 IS 'SHA-256 of the content in canonical JSON (RFC 8785), given in the receipt.';
COMMENT ON COLUMN waitlist_submission.submitted_at IS 'When it was sent.';
COMMENT ON COLUMN waitlist_submission.submitted_by IS 'User who sent it.';
COMMENT ON COLUMN waitlist_submission.idempotency_key IS 'Key of the request, so that one repeated by the network sends once.';

CREATE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A submission (%/%/%) stands as it was sent.', OLD.round_id, OLD.area_code, OLD.number
        USING ERRCODE = 'check_violation', CONSTRAINT = 'a_submission_stands';
END $$;
COMMENT ON FUNCTION refuse_change_of_submission() IS 'Refuses to change or delete what was sent.';

CREATE TRIGGER a_submission_stands BEFORE UPDATE OR DELETE ON waitlist_submission
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submission();
