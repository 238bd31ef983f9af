-- Which of several lists a doctor counts on, where the coordinator has settled it.

CREATE TABLE settled_list (
    round_id   text NOT NULL REFERENCES allocation_round,
    hpr_number integer NOT NULL CHECK (hpr_number BETWEEN 1 AND 999999999),
    area_code  text NOT NULL REFERENCES area,
    reason     text NOT NULL CHECK (reason <> '' AND length(reason) <= 1000),
    PRIMARY KEY (round_id, hpr_number)
);
CREATE INDEX settled_list_area ON settled_list (area_code);
COMMENT ON TABLE settled_list IS 'Which area a doctor on several lists of a round counts for; who settled it and when is in the audit log.';
COMMENT ON COLUMN settled_list.round_id IS 'The round the lists are for.';
COMMENT ON COLUMN settled_list.hpr_number IS 'The doctor.';
COMMENT ON COLUMN settled_list.area_code IS 'The municipality or Oslo district on whose list the doctor counts.';
COMMENT ON COLUMN settled_list.reason IS 'Why, as the coordinator wrote it.';
