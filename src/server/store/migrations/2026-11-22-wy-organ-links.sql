-- 部门凭链接回复: one link for each letter to an organ, for all candidates of it at once, answered once.
CREATE TABLE consultation_links (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  letter_id uuid NOT NULL,
  office text NOT NULL CHECK (office <> ''),
  -- SHA-256 of 256 random bits; the token itself is kept nowhere.
  token_hash bytea NOT NULL UNIQUE,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL REFERENCES accounts,
  until timestamptz NOT NULL,
  opened_at timestamptz,
  revoked_at timestamptz,
  answered_at timestamptz,
  handler text,
  code text,
  media_type text CHECK (media_type IN ('application/pdf','image/jpeg','image/png')),
  -- The stamped reply, sealed by the installation's key: it may hold what the organ says.
  scan bytea,
  CONSTRAINT answered_whole CHECK (num_nulls(answered_at, handler, code, media_type, scan) IN (0, 5)),
  CONSTRAINT never_after_revoked CHECK (num_nonnulls(answered_at, revoked_at) <= 1)
);
CREATE UNIQUE INDEX one_open_link_a_letter ON consultation_links (letter_id) WHERE revoked_at IS NULL AND answered_at IS NULL;
CREATE INDEX consultation_links_by_campaign ON consultation_links (campaign_id);
-- What was answered was entered by a person of the office or came by a link.
ALTER TABLE consultations ADD COLUMN link_id uuid REFERENCES consultation_links;
ALTER TABLE consultations DROP CONSTRAINT answered_whole;
ALTER TABLE consultations ADD CONSTRAINT answered_whole CHECK (num_nulls(answered_at, objection, words, reply, reply_day) IN (0, 5));
ALTER TABLE consultations ADD CONSTRAINT answered_by_one CHECK (num_nonnulls(entered_by, link_id) = CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END);
CREATE INDEX consultations_by_letter ON consultations (letter_id);
