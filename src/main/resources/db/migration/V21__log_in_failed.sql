-- Failed log-ins, counted: a guesser must not be able to fill the log.

CREATE TABLE log_in_failed (
    username text NOT NULL,
    hour     timestamptz NOT NULL,
    failures bigint NOT NULL CHECK (failures > 0),
    last_at  timestamptz NOT NULL,
    PRIMARY KEY (username, hour)
);
CREATE INDEX log_in_failed_hour ON log_in_failed (hour);
COMMENT ON TABLE log_in_failed IS 'Log-ins that failed, one row for each user and hour, for a year. What was typed for nobody is not kept.';
COMMENT ON COLUMN log_in_failed.username IS 'Whom it was tried for; empty when it was nobody here.';
COMMENT ON COLUMN log_in_failed.hour IS 'The beginning of the hour.';
COMMENT ON COLUMN log_in_failed.failures IS 'How many, those that were told to wait not counted.';
COMMENT ON COLUMN log_in_failed.last_at IS 'When the latest of them was.';
