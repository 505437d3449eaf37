-- 请外单位出具: another office is asked for a material by a link. The link's token is nowhere; only its SHA-256 is here.
CREATE TABLE opinion_requests (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  material_id text NOT NULL,
  office text NOT NULL CHECK (office <> ''),
  -- Name, phone and mail of whom the unit turned to, sealed by the installation's key.
  contact bytea NOT NULL,
  token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
  -- Product time, as all that follows.
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES accounts,
  until timestamptz NOT NULL,
  opened_at timestamptz,
  revoked_at timestamptz,
  answered_at timestamptz,
  handler text,
  opinion_day date,
  valid_until date,
  code text,
  CONSTRAINT answered_whole CHECK ((answered_at IS NULL) = (handler IS NULL) AND (answered_at IS NULL) = (opinion_day IS NULL) AND (answered_at IS NULL) = (code IS NULL)),
  CONSTRAINT answered_or_revoked CHECK (answered_at IS NULL OR revoked_at IS NULL),
  CONSTRAINT valid_after_given CHECK (valid_until >= opinion_day)
);
CREATE UNIQUE INDEX opinion_requests_by_token ON opinion_requests (token_hash);
CREATE INDEX opinion_requests_by_campaign ON opinion_requests (campaign_id);
-- One open link for a material and an office: whoever is asked anew holds the only one.
CREATE UNIQUE INDEX one_open_link ON opinion_requests (nomination_id, material_id, office) WHERE answered_at IS NULL AND revoked_at IS NULL;

-- An upload is an account's or a link's. What came by a link waits, looked at and stored, until the answer is sent.
ALTER TABLE uploads ALTER COLUMN account_id DROP NOT NULL, ADD COLUMN request_id uuid REFERENCES opinion_requests, ADD COLUMN held jsonb,
  ADD CONSTRAINT somebodys_upload CHECK ((account_id IS NULL) <> (request_id IS NULL));
CREATE INDEX uploads_by_request ON uploads (request_id) WHERE request_id IS NOT NULL;

-- A file is received from an account or from the office that answered.
ALTER TABLE materials ALTER COLUMN received_by DROP NOT NULL, ADD COLUMN request_id uuid REFERENCES opinion_requests,
  ADD CONSTRAINT received_from_somebody CHECK (received_by IS NOT NULL OR request_id IS NOT NULL);
