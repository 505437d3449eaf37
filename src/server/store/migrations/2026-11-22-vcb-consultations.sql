-- 联审: the office asks other organs about candidates that were submitted, many in one letter, and enters what they answer.
CREATE TABLE consultations (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  office text NOT NULL CHECK (office <> ''),
  -- One letter to one organ asks about many.
  letter_id uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by uuid NOT NULL REFERENCES accounts,
  until timestamptz NOT NULL,
  answered_at timestamptz,
  entered_by uuid REFERENCES accounts,
  objection boolean,
  -- What the organ said, sealed by the installation's key.
  words bytea,
  reply text,
  reply_day date,
  valid_until date,
  CONSTRAINT answered_whole CHECK (num_nulls(answered_at, entered_by, objection, words, reply, reply_day) IN (0, 6)),
  CONSTRAINT valid_after_given CHECK (valid_until >= reply_day)
);
CREATE INDEX consultations_by_nomination ON consultations (nomination_id, office, asked_at);
CREATE INDEX consultations_by_campaign ON consultations (campaign_id, office);
-- Nobody is asked twice about the same person while the first answer is awaited.
CREATE UNIQUE INDEX one_open_asking ON consultations (nomination_id, office) WHERE answered_at IS NULL;
-- What goes by hand is asked by hand.
CREATE TRIGGER online_only BEFORE INSERT OR UPDATE OF nomination_id ON consultations FOR EACH ROW EXECUTE FUNCTION online_only();
