-- What a hospital can offer: departments, earmarked positions with seats per half-year, sporadic vacancies.

-- A text compared for equality within an exclusion constraint: text_range(x, x, '[]') overlaps only itself.
-- (btree_gist, which would do the same, is not in every PostgreSQL.)
CREATE TYPE text_range AS RANGE (SUBTYPE = text, COLLATION = "C");
COMMENT ON TYPE text_range IS 'Lets an exclusion constraint compare a text for equality.';

CREATE TABLE hospital (
    id                  text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
    organisation_number text NOT NULL UNIQUE CHECK (organisation_number ~ '^[0-9]{9}$'),
    name                text NOT NULL CHECK (name <> '' AND length(name) <= 200),
    version             bigint NOT NULL
);
COMMENT ON TABLE hospital IS 'A hospital that offers institutional service to GPs in specialisation.';
COMMENT ON COLUMN hospital.id IS 'Readable key, for example ahus.';
COMMENT ON COLUMN hospital.organisation_number IS 'Nine digits of the register of business enterprises.';
COMMENT ON COLUMN hospital.name IS 'Name people see.';
COMMENT ON COLUMN hospital.version IS 'Raised at every change of the hospital with its divisions and departments.';

CREATE TABLE hospital_division (
    hospital_id text NOT NULL REFERENCES hospital,
    name        text NOT NULL CHECK (name <> '' AND length(name) <= 200),
    service     text NOT NULL CHECK (service IN ('SOMATIC', 'PSYCHIATRY')),
    place       integer NOT NULL CHECK (place >= 0),
    PRIMARY KEY (hospital_id, name)
);
COMMENT ON TABLE hospital_division IS 'A division of a hospital; all its departments give the same kind of service.';
COMMENT ON COLUMN hospital_division.hospital_id IS 'Whose division it is.';
COMMENT ON COLUMN hospital_division.name IS 'Name people see; one of a kind within the hospital.';
COMMENT ON COLUMN hospital_division.service IS 'Which catchment its departments follow.';
COMMENT ON COLUMN hospital_division.place IS 'Order in lists, from 0.';

CREATE TABLE department (
    id            text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
    hospital_id   text NOT NULL REFERENCES hospital,
    division_name text NOT NULL,
    name          text NOT NULL CHECK (name <> '' AND length(name) <= 200),
    on_call       boolean NOT NULL,
    place         integer NOT NULL CHECK (place >= 0),
    UNIQUE (hospital_id, id),
    FOREIGN KEY (hospital_id, division_name) REFERENCES hospital_division (hospital_id, name)
        DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX department_division ON department (hospital_id, division_name);
COMMENT ON TABLE department IS 'A department where doctors serve.';
COMMENT ON COLUMN department.id IS 'Readable key, for example ahus-geriatri.';
COMMENT ON COLUMN department.hospital_id IS 'Whose department it is.';
COMMENT ON COLUMN department.division_name IS 'The division it belongs to.';
COMMENT ON COLUMN department.name IS 'Name people see.';
COMMENT ON COLUMN department.on_call IS 'Whether service there includes on-call duty.';
COMMENT ON COLUMN department.place IS 'Order in lists, from 0.';

CREATE TABLE earmarked_position (
    id                   text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
    hospital_id          text NOT NULL REFERENCES hospital,
    first_department_id  text NOT NULL,
    first_months         integer NOT NULL CHECK (first_months >= 3),
    second_department_id text,
    second_months        integer CHECK (second_months >= 3),
    version              bigint NOT NULL,
    UNIQUE (hospital_id, id),
    FOREIGN KEY (hospital_id, first_department_id) REFERENCES department (hospital_id, id),
    FOREIGN KEY (hospital_id, second_department_id) REFERENCES department (hospital_id, id),
    CONSTRAINT position_lasts_six_months CHECK (first_months + coalesce(second_months, 0) = 6),
    CONSTRAINT position_parts_are_whole CHECK ((second_department_id IS NULL) = (second_months IS NULL)),
    CONSTRAINT position_parts_differ CHECK (second_department_id <> first_department_id)
);
CREATE INDEX earmarked_position_first ON earmarked_position (hospital_id, first_department_id);
CREATE INDEX earmarked_position_second ON earmarked_position (hospital_id, second_department_id);
COMMENT ON TABLE earmarked_position IS 'A six-month position kept for GPs in specialisation, in one department or shared by two (3+3).';
COMMENT ON COLUMN earmarked_position.id IS 'Readable key, for example ahus-geriatri-1.';
COMMENT ON COLUMN earmarked_position.hospital_id IS 'Whose position it is.';
COMMENT ON COLUMN earmarked_position.first_department_id IS 'Where the service begins.';
COMMENT ON COLUMN earmarked_position.first_months IS 'Months there: 6, or 3 of a shared position.';
COMMENT ON COLUMN earmarked_position.second_department_id IS 'Where a shared position goes on; empty for one department.';
COMMENT ON COLUMN earmarked_position.second_months IS 'Months there; empty for one department.';
COMMENT ON COLUMN earmarked_position.version IS 'Raised at every change.';

CREATE TABLE position_seats (
    position_id text NOT NULL REFERENCES earmarked_position,
    half_year   text NOT NULL CHECK (half_year ~ '^[0-9]{4}-[VH]$'),
    seats       integer NOT NULL CHECK (seats BETWEEN 0 AND 50),
    version     bigint NOT NULL,
    PRIMARY KEY (position_id, half_year)
);
COMMENT ON TABLE position_seats IS 'How many doctors a position takes in a half-year; without a row, none.';
COMMENT ON COLUMN position_seats.position_id IS 'The position.';
COMMENT ON COLUMN position_seats.half_year IS 'Year with V (from 1 March) or H (from 1 September).';
COMMENT ON COLUMN position_seats.seats IS 'Number of doctors at once.';
COMMENT ON COLUMN position_seats.version IS 'Raised at every change.';

CREATE TABLE sporadic_vacancy (
    id            bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    hospital_id   text NOT NULL,
    department_id text NOT NULL,
    first_day     date NOT NULL,
    last_day      date NOT NULL,
    on_call       boolean NOT NULL,
    note          text CHECK (length(note) <= 1000),
    state         text NOT NULL CHECK (state IN ('OPEN', 'WITHDRAWN', 'FILLED')),
    version       bigint NOT NULL,
    FOREIGN KEY (hospital_id, department_id) REFERENCES department (hospital_id, id),
    CONSTRAINT vacancy_ends_after_it_begins CHECK (first_day <= last_day)
);
CREATE INDEX sporadic_vacancy_department ON sporadic_vacancy (hospital_id, department_id);
COMMENT ON TABLE sporadic_vacancy IS 'A vacancy with its own dates, reported by a department as it arises.';
COMMENT ON COLUMN sporadic_vacancy.id IS 'Running number.';
COMMENT ON COLUMN sporadic_vacancy.hospital_id IS 'Whose vacancy it is.';
COMMENT ON COLUMN sporadic_vacancy.department_id IS 'Where the service is.';
COMMENT ON COLUMN sporadic_vacancy.first_day IS 'First day of the vacancy.';
COMMENT ON COLUMN sporadic_vacancy.last_day IS 'Last day of the vacancy, inclusive.';
COMMENT ON COLUMN sporadic_vacancy.on_call IS 'Whether it includes on-call duty.';
COMMENT ON COLUMN sporadic_vacancy.note IS 'What the department wants said about it; never about a person.';
COMMENT ON COLUMN sporadic_vacancy.state IS 'OPEN, WITHDRAWN by the department, or FILLED.';
COMMENT ON COLUMN sporadic_vacancy.version IS 'Raised at every change.';
