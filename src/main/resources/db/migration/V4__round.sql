-- The rounds in which positions are allocated.

CREATE TABLE allocation_round (
    id              text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
    hospital_id     text NOT NULL REFERENCES hospital,
    title           text NOT NULL CHECK (title <> '' AND length(title) <= 200),
    first_half_year text NOT NULL CHECK (first_half_year ~ '^[0-9]{4}-[VH]$'),
    half_years      integer NOT NULL CHECK (half_years BETWEEN 1 AND 4),
    first_day       date GENERATED ALWAYS AS (
        make_date(left(first_half_year, 4)::integer, CASE right(first_half_year, 1) WHEN 'V' THEN 3 ELSE 9 END, 1)) STORED,
    policy_id       text NOT NULL CHECK (policy_id <> ''),
    policy_version  integer NOT NULL CHECK (policy_version >= 1),
    objective       text NOT NULL CHECK (objective IN ('WISHES_FIRST', 'PLACEMENTS_FIRST')),
    lottery_seed    text CHECK (lottery_seed ~ '^[A-Za-z0-9._-]{4,80}$'),
    deadline        date NOT NULL,
    state           text NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED', 'APPROVED')),
    version         bigint NOT NULL,
    CONSTRAINT lottery_seed_is_set_once_open CHECK (state = 'DRAFT' OR lottery_seed IS NOT NULL),
    CONSTRAINT deadline_is_before_the_start CHECK (
        deadline < make_date(left(first_half_year, 4)::integer, CASE right(first_half_year, 1) WHEN 'V' THEN 3 ELSE 9 END, 1)),
    -- Two open rounds over the same half-year would leave a municipality unsure where to send its list, and ask for
    -- the same seats twice. Closed and approved ones may overlap: the next round plans on from an earlier one.
    CONSTRAINT open_rounds_of_a_hospital_do_not_overlap EXCLUDE USING gist (
        text_range(hospital_id, hospital_id, '[]') WITH &&,
        int4range(
            left(first_half_year, 4)::integer * 2 + CASE right(first_half_year, 1) WHEN 'V' THEN 0 ELSE 1 END,
            left(first_half_year, 4)::integer * 2 + CASE right(first_half_year, 1) WHEN 'V' THEN 0 ELSE 1 END + half_years) WITH &&)
        WHERE (state = 'OPEN')
);
CREATE INDEX allocation_round_hospital ON allocation_round (hospital_id);
COMMENT ON TABLE allocation_round IS 'A round in which the positions of one to four half-years are allocated.';
COMMENT ON COLUMN allocation_round.id IS 'Readable key, for example ahus-2027-v.';
COMMENT ON COLUMN allocation_round.hospital_id IS 'The hospital whose positions are allocated.';
COMMENT ON COLUMN allocation_round.title IS 'Title people see.';
COMMENT ON COLUMN allocation_round.first_half_year IS 'The first half-year: year with V (from 1 March) or H (from 1 September).';
COMMENT ON COLUMN allocation_round.half_years IS 'How many half-years in a row.';
COMMENT ON COLUMN allocation_round.first_day IS 'First day of the first half-year, for sorting; computed.';
COMMENT ON COLUMN allocation_round.policy_id IS 'The priority policy that ranks the doctors.';
COMMENT ON COLUMN allocation_round.policy_version IS 'Its version; a round always replays under its own.';
COMMENT ON COLUMN allocation_round.objective IS 'What the allocation holds highest.';
COMMENT ON COLUMN allocation_round.lottery_seed IS 'Seed of the lottery that settles ties; published when the round opens and fixed from then on.';
COMMENT ON COLUMN allocation_round.deadline IS 'Last day for municipalities to send their lists.';
COMMENT ON COLUMN allocation_round.state IS 'DRAFT, OPEN for lists, CLOSED, or APPROVED.';
COMMENT ON COLUMN allocation_round.version IS 'Raised at every change.';

CREATE FUNCTION keep_what_a_round_has_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.lottery_seed, OLD.hospital_id, OLD.first_half_year, OLD.half_years, OLD.policy_id, OLD.policy_version, OLD.objective)
        IS DISTINCT FROM
        (NEW.lottery_seed, NEW.hospital_id, NEW.first_half_year, NEW.half_years, NEW.policy_id, NEW.policy_version, NEW.objective)
        OR NEW.state = 'DRAFT'
        OR (OLD.state = 'APPROVED' AND NEW.state <> 'APPROVED') THEN
        RAISE EXCEPTION 'The round (%) has been opened: its seed, half-years, policy and objective stand.', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'an_opened_round_stands';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION keep_what_a_round_has_published() IS 'Refuses to change what municipalities were told when the round opened.';

CREATE TRIGGER an_opened_round_stands BEFORE UPDATE ON allocation_round
    FOR EACH ROW WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION keep_what_a_round_has_published();
