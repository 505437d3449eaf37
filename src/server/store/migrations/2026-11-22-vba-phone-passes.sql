-- 换手机拍: a code shown at a desk opens, once and for minutes, the materials of one nomination on a telephone, for an hour.
CREATE TABLE phone_passes (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations,
  account_id uuid NOT NULL REFERENCES accounts,
  -- What the person was at the desk: a role that is taken away ends it.
  membership_id uuid NOT NULL REFERENCES memberships ON DELETE CASCADE,
  -- Whoever signs out at the desk ends it too.
  session_hash bytea NOT NULL REFERENCES sessions (token_hash) ON DELETE CASCADE,
  -- Of the code, and of the token it was changed for: SHA-256. Real time, as of sessions.
  code_hash bytea NOT NULL UNIQUE,
  code_until timestamptz NOT NULL,
  token_hash bytea UNIQUE,
  device text NOT NULL DEFAULT '',
  opened_at timestamptz,
  ends_at timestamptz,
  ended_at timestamptz,
  CHECK ((token_hash IS NULL) = (opened_at IS NULL) AND (opened_at IS NULL) = (ends_at IS NULL))
);
CREATE INDEX phone_passes_by_nomination ON phone_passes (nomination_id, account_id);
CREATE INDEX phone_passes_by_session ON phone_passes (session_hash);
-- What came by a telephone is the telephone's and the account's.
ALTER TABLE uploads ADD COLUMN pass_id uuid REFERENCES phone_passes ON DELETE SET NULL;
