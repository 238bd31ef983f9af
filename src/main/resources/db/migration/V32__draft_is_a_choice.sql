-- A draft is a choice of registered doctors and an order of them: what is told of them stands in the register, once.

-- Before the register, two areas could be writing of the same doctor; the register has that of one. What the other's draft for an open
-- round says stands in the history from now on, where it does not already.
CREATE TEMPORARY TABLE of_another ON COMMIT DROP AS
SELECT told.hpr, told.area_code, told.content, told.affiliations,
    (SELECT max(c.number) FROM registered_change c WHERE c.hpr = told.hpr)
        + row_number() OVER (PARTITION BY told.hpr ORDER BY told.area_code) AS number
FROM (
    SELECT DISTINCT ON (hpr, area_code) hpr, area_code,
        jsonb_build_object('schema', 1)
            || (entry - 'priority' - 'approved')
            || CASE
                WHEN entry ->> 'statedOn' IS NULL
                    AND (entry ->> 'statedService' IS NOT NULL OR entry ->> 'statedOpenPractice' IS NOT NULL)
                THEN jsonb_build_object('statedOn', (now() AT TIME ZONE 'Europe/Oslo')::date)
                ELSE '{}'
            END
            || jsonb_build_object('stays', coalesce((
                SELECT jsonb_agg(jsonb_strip_nulls(a.value) || '{"known": "STATED"}' ORDER BY a.place)
                FROM jsonb_array_elements(
                    CASE jsonb_typeof(entry -> 'approved') WHEN 'array' THEN entry -> 'approved' ELSE '[]' END)
                    WITH ORDINALITY AS a (value, place)), '[]')) AS content,
        CASE
            WHEN entry ->> 'affiliation' IS NULL THEN '[]'
            ELSE jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                'area', area_code, 'kind', entry ->> 'affiliation',
                'from', entry ->> 'affiliationFrom', 'to', entry ->> 'affiliationTo')))
        END AS affiliations
    FROM (
        SELECT (e.value ->> 'hpr')::integer AS hpr, d.area_code, d.round_id, e.value AS entry
        FROM waitlist_draft d
        JOIN allocation_round r ON r.id = d.round_id AND r.state = 'OPEN'
        CROSS JOIN LATERAL jsonb_array_elements(d.content -> 'entries') e
    ) drafted
    WHERE EXISTS (
        SELECT FROM registered_doctor h WHERE h.hpr = drafted.hpr AND h.area_code <> drafted.area_code)
    ORDER BY hpr, area_code, round_id DESC
) told
WHERE NOT EXISTS (
    SELECT FROM registered_change c
    WHERE c.hpr = told.hpr AND c.area_code = told.area_code AND c.after @> told.content);

INSERT INTO registered_change (hpr, number, at, changed_by, area_code, what, after)
SELECT hpr, number, now(), 'system', area_code, 'MIGRATED',
    content || jsonb_build_object('area', area_code, 'affiliations', affiliations)
FROM of_another;

UPDATE registered_doctor d SET version = o.number
FROM (SELECT hpr, max(number) AS number FROM of_another GROUP BY hpr) o
WHERE d.hpr = o.hpr;

ALTER TABLE waitlist_draft
    ADD COLUMN chosen jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(chosen) = 'array');

-- Where an earlier list was carried over, leave and locum were to be told anew, and the register still has what was told before.
UPDATE waitlist_draft d SET
    chosen = coalesce((
        SELECT jsonb_agg(
            jsonb_build_object('hpr', e.value -> 'hpr', 'priority', e.value -> 'priority')
                || CASE
                    WHEN r.area_code = d.area_code AND e.value ->> 'leave' = 'NOT_APPLIED' AND e.value ->> 'locum' = 'MISSING'
                        AND (r.content ->> 'leave' <> 'NOT_APPLIED' OR r.content ->> 'locum' <> 'MISSING')
                    THEN jsonb_build_object('setAside', jsonb_build_object(
                        'leave', r.content -> 'leave', 'locum', r.content -> 'locum'))
                    ELSE '{}'
                END
            ORDER BY e.place)
        FROM jsonb_array_elements(d.content -> 'entries') WITH ORDINALITY AS e (value, place)
        JOIN registered_doctor r ON r.hpr = (e.value ->> 'hpr')::integer), '[]');

-- What is shown as the version of a draft counts the changes of its doctors' records too, as long as the area has them; it goes on from
-- what it was.
UPDATE waitlist_draft d SET version = d.version - coalesce((
    SELECT sum(CASE
        WHEN r.area_code = d.area_code THEN r.version
        ELSE coalesce((SELECT max(c.number) FROM registered_change c WHERE c.hpr = r.hpr AND c.area_code = d.area_code), 0)
    END)
    FROM jsonb_array_elements(d.chosen) c
    JOIN registered_doctor r ON r.hpr = (c.value ->> 'hpr')::integer), 0);

ALTER TABLE waitlist_draft DROP COLUMN content;
ALTER TABLE waitlist_draft ALTER COLUMN chosen DROP DEFAULT;

COMMENT ON TABLE waitlist_draft IS 'Whom a municipality has chosen from its register for the list of a round, and in which order; sending makes a copy of what the register says, which stands.';
COMMENT ON COLUMN waitlist_draft.chosen IS 'The doctors in order: HPR number, the municipality''s priority, and what the register said of leave and locum when it was set aside, to be told anew for this round.';
COMMENT ON COLUMN waitlist_draft.version IS 'With the versions of the chosen doctors'' records added, the number of the draft''s latest change: so it may be below 0.';

ALTER TABLE waitlist_submission ADD COLUMN records jsonb CHECK (jsonb_typeof(records) = 'object');
COMMENT ON COLUMN waitlist_submission.records IS 'The version of the record that stood in the register of each doctor, by HPR number; empty for lists sent before drafts were drawn from the register.';
