-- What an approved round gave stays as it was given, whatever becomes of the position and the waitlists afterwards.

ALTER TABLE placement ADD COLUMN legs text;
ALTER TABLE placement ADD COLUMN months_left numeric(4, 1) CHECK (months_left >= 0);
COMMENT ON COLUMN placement.legs IS 'JSON list of department and months: where the doctor serves, as the position was when it was given';
COMMENT ON COLUMN placement.months_left IS 'Months of institutional service the doctor had left before it; empty when not known';

UPDATE placement p
SET legs = CASE
        WHEN q.second_department_id IS NULL
        THEN json_build_array(json_build_object('department', q.first_department_id, 'months', q.first_months))
        ELSE json_build_array(
            json_build_object('department', q.first_department_id, 'months', q.first_months),
            json_build_object('department', q.second_department_id, 'months', q.second_months))
    END::text
FROM earmarked_position q
WHERE q.id = p.position_id;

UPDATE placement p
SET months_left = (doctor -> 'facts' ->> 'institutionMonthsLeft')::numeric
FROM allocation_run r, json_array_elements(r.roster::json -> 'entries') AS doctor
WHERE r.id = p.run_id AND (doctor -> 'facts' ->> 'hpr')::integer = p.hpr;

ALTER TABLE placement ALTER COLUMN legs SET NOT NULL;
