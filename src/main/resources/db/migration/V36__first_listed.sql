-- Who has stood on a list that was sent to a round, and since when.

ALTER TABLE registered_doctor ADD COLUMN first_listed date;
COMMENT ON COLUMN registered_doctor.first_listed IS 'The day the doctor first stood on a list that was sent to a round, whichever area sent it; empty for who never has.';

UPDATE registered_doctor d SET first_listed = sent.day
FROM (
    SELECT (e.value ->> 'hpr')::integer AS hpr, min((s.submitted_at AT TIME ZONE 'Europe/Oslo')::date) AS day
    FROM waitlist_submission s CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'entries') e
    WHERE e.value ->> 'hpr' IS NOT NULL
    GROUP BY 1
) sent
WHERE sent.hpr = d.hpr;
