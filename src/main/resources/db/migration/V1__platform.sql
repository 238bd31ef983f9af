CREATE TABLE audit_log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    who text NOT NULL,
    what text NOT NULL,
    subject text NOT NULL,
    before jsonb,
    after jsonb
);
COMMENT ON TABLE audit_log IS 'Who did what, when, to what. Append-only: the database refuses changes and deletions.';
COMMENT ON COLUMN audit_log.id IS 'Order of recording.';
COMMENT ON COLUMN audit_log.at IS 'When, by the application clock.';
COMMENT ON COLUMN audit_log.who IS 'User name, or system for what no person asked for.';
COMMENT ON COLUMN audit_log.what IS 'The act: room and verb, such as round.opened.';
COMMENT ON COLUMN audit_log.subject IS 'What it was done to, such as round/ahus-2027-v.';
COMMENT ON COLUMN audit_log.before IS 'State before; null when there was none.';
COMMENT ON COLUMN audit_log.after IS 'State after; null when nothing is left.';
CREATE INDEX audit_log_subject ON audit_log (subject, at);

CREATE FUNCTION audit_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_log is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_append_only();

CREATE TABLE app_user (
    username text PRIMARY KEY CHECK (username ~ '^[a-z0-9][a-z0-9._@-]{0,99}$'),
    password_hash text NOT NULL,
    roles text NOT NULL CHECK (roles ~ '^(coordinator|municipality|department|planner|admin)(,(coordinator|municipality|department|planner|admin))*$'),
    display_name text NOT NULL,
    area text,
    hospital text,
    department text,
    demo boolean NOT NULL,
    disabled boolean NOT NULL,
    version bigint NOT NULL,
    CHECK (roles !~ 'municipality' OR area IS NOT NULL),
    CHECK (roles !~ 'department' OR hospital IS NOT NULL),
    CHECK (department IS NULL OR hospital IS NOT NULL)
);
COMMENT ON TABLE app_user IS 'Users who log in with a password here; those of an identity provider are not stored.';
COMMENT ON COLUMN app_user.username IS 'What they log in with; lower case.';
COMMENT ON COLUMN app_user.password_hash IS 'bcrypt, modular crypt format.';
COMMENT ON COLUMN app_user.roles IS 'Roles, comma separated.';
COMMENT ON COLUMN app_user.display_name IS 'The name others see.';
COMMENT ON COLUMN app_user.area IS 'Municipality or Oslo district the role municipality is bound to.';
COMMENT ON COLUMN app_user.hospital IS 'Hospital the role department is bound to.';
COMMENT ON COLUMN app_user.department IS 'Department within the hospital; null for the whole hospital.';
COMMENT ON COLUMN app_user.demo IS 'Made by the demo; may log in only there.';
COMMENT ON COLUMN app_user.disabled IS 'May not log in.';
COMMENT ON COLUMN app_user.version IS 'Raised at every change, so that two editors cannot overwrite each other.';
