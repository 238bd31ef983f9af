-- What ends sessions, and what holds guessers back, for every instance alike.

ALTER TABLE app_user ADD COLUMN epoch bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN app_user.epoch IS 'Raised by log-out, new password, closing and opening: sessions, tokens and remembered proofs of an earlier one are over.';

ALTER TABLE app_user ADD COLUMN must_change boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN app_user.must_change IS 'Somebody else chose the password: nothing opens before the user has chosen one.';

CREATE TABLE login_guess (
    print   text PRIMARY KEY CHECK (print ~ '^[A-Za-z0-9_-]{43}$'),
    paid_at timestamptz NOT NULL
);
CREATE INDEX login_guess_paid_at ON login_guess (paid_at);
COMMENT ON TABLE login_guess IS 'Tries to log in that did not succeed, as the time until which they are paid for; rows in the past say nothing and are removed.';
COMMENT ON COLUMN login_guess.print IS 'Keyed hash of whom the tries were for and where they came from: neither name nor address stands here.';
COMMENT ON COLUMN login_guess.paid_at IS 'When all tries so far are paid for, each with its share of time.';
