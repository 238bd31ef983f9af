-- Those who came to the pages by an identity provider, so that their sessions can be ended and their accounts closed here.

CREATE TABLE provider_user (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject      text NOT NULL UNIQUE,
    username     text NOT NULL CHECK (username LIKE 'oidc:_%'),
    display_name text NOT NULL,
    roles        text NOT NULL CHECK (roles ~ '^(coordinator|municipality|department|planner|admin)(,(coordinator|municipality|department|planner|admin))*$'),
    area         text,
    hospital     text,
    department   text,
    disabled     boolean NOT NULL DEFAULT false,
    epoch        bigint NOT NULL DEFAULT 0,
    last_at      timestamptz NOT NULL,
    CHECK (roles !~ 'municipality' OR area IS NOT NULL),
    CHECK (roles !~ 'department' OR hospital IS NOT NULL)
);
CREATE INDEX provider_user_username ON provider_user (username);
COMMENT ON TABLE app_user IS 'Users who log in with a password here; those of an identity provider are in provider_user.';
COMMENT ON TABLE provider_user IS 'Users whom an identity provider vouched for at the pages, as it described them when they last logged in.';
COMMENT ON COLUMN provider_user.id IS 'What their sessions call them.';
COMMENT ON COLUMN provider_user.subject IS 'What the provider calls them for good: the claim sub.';
COMMENT ON COLUMN provider_user.username IS 'What is recorded of them: oidc: and the name people know; no name of app_user has a colon.';
COMMENT ON COLUMN provider_user.display_name IS 'The name others see.';
COMMENT ON COLUMN provider_user.roles IS 'Roles, comma separated.';
COMMENT ON COLUMN provider_user.area IS 'Municipality or Oslo district the role municipality is bound to.';
COMMENT ON COLUMN provider_user.hospital IS 'Hospital the role department is bound to.';
COMMENT ON COLUMN provider_user.department IS 'Department within the hospital; null for the whole hospital.';
COMMENT ON COLUMN provider_user.disabled IS 'Closed here: neither pages nor API let them in, whatever the provider says.';
COMMENT ON COLUMN provider_user.epoch IS 'Raised by log-out, closing and opening: sessions of an earlier one are over.';
COMMENT ON COLUMN provider_user.last_at IS 'When they last logged in.';
