-- How each hospital offers positions.

CREATE TABLE offer_settings (
    hospital_id         text PRIMARY KEY REFERENCES hospital,
    answered_by         text NOT NULL CHECK (answered_by IN ('DOCTOR', 'AREA', 'BOTH')),
    leave_and_locum     text NOT NULL CHECK (leave_and_locum IN ('IGNORE', 'WARN', 'BLOCK')),
    leader_decides      boolean NOT NULL,
    first_days          integer NOT NULL CHECK (first_days BETWEEN 1 AND 30),
    later_days          integer NOT NULL CHECK (later_days BETWEEN 1 AND 30),
    upgrade_stop_months integer NOT NULL CHECK (upgrade_stop_months BETWEEN 0 AND 12),
    late_stop_weeks     integer NOT NULL CHECK (late_stop_weeks BETWEEN 0 AND 52),
    rounds              integer NOT NULL CHECK (rounds BETWEEN 1 AND 20),
    version             bigint NOT NULL
);
COMMENT ON TABLE offer_settings IS 'How a hospital offers positions, as its coordinator has set it; a hospital without a row has the usual settings.';
COMMENT ON COLUMN offer_settings.hospital_id IS 'The hospital.';
COMMENT ON COLUMN offer_settings.answered_by IS 'Who answers an offer: the DOCTOR, the AREA that employs the doctor, or BOTH may.';
COMMENT ON COLUMN offer_settings.leave_and_locum IS 'What a missing tick of the area for leave and locum does to a yes: IGNORE, WARN or BLOCK.';
COMMENT ON COLUMN offer_settings.leader_decides IS 'Whether the department''s leader decides of each placement before it is sent.';
COMMENT ON COLUMN offer_settings.first_days IS 'Working days to answer the first offer round.';
COMMENT ON COLUMN offer_settings.later_days IS 'Working days to answer later offer rounds.';
COMMENT ON COLUMN offer_settings.upgrade_stop_months IS 'Months before the start from which on nobody who has said yes is moved.';
COMMENT ON COLUMN offer_settings.late_stop_weeks IS 'Weeks before the start at which what is free is released.';
COMMENT ON COLUMN offer_settings.rounds IS 'How many ordinary offer rounds there are at most.';
COMMENT ON COLUMN offer_settings.version IS 'Raised at every change; 1 when first written.';
