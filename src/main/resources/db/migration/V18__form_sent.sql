-- A form that is sent twice by a double click is done once, whichever instance the second reaches.

CREATE TABLE form_sent (
    print    text PRIMARY KEY CHECK (print ~ '^[0-9a-f]{64}$'),
    at       timestamptz NOT NULL,
    location text,
    message  text
);
CREATE INDEX form_sent_at ON form_sent (at);
COMMENT ON TABLE form_sent IS 'Forms that were sent, for an hour, so that the same form with the same content is done once.';
COMMENT ON COLUMN form_sent.print IS 'Keyed hash of the form as one page showed it and of what stood in it.';
COMMENT ON COLUMN form_sent.at IS 'When it arrived.';
COMMENT ON COLUMN form_sent.location IS 'Where its sender was sent when it was done; null while that goes on.';
COMMENT ON COLUMN form_sent.message IS 'What was told there, as the cookie holds it; null for nothing.';
